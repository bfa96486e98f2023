"""How often the rules are right: labelled chats read, findings compared with their labels, weights of signs fitted to them."""
