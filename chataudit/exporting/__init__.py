"""A chat exported as tables: messages, participants and facts that read back as the same chat."""
