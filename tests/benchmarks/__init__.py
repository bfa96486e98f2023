"""How long the program takes and how much memory, beside programs that only read the same files. Nothing here is a test."""
