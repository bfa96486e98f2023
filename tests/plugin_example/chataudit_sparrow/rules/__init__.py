"""The folder of the rulebook `sparrow-school`: only its .yaml files are read."""
