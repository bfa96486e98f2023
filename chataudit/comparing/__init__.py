"""Two results of one chat, or of one batch, side by side: what became better, what worse, what is new."""
