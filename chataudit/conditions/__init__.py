"""Conditions on messages: their form, and how they are answered for a whole chat at once."""
