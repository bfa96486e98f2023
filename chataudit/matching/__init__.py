"""Words and patterns found in the texts of a chat, by a positional index."""
