"""What a package may add to chataudit: a parser, a reporter, a detector and a rulebook."""
