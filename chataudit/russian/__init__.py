"""What is known of Russian words and names, with no knowledge of chats."""
