"""What must be known of a chat before it is judged: who is who, when it works, who is outside."""
