"""Rulebooks tried on their own examples, through the same table as real exports."""
