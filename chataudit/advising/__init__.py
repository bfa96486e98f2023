"""Ready texts: what is known of a chat in, messages that its teacher can paste out."""
