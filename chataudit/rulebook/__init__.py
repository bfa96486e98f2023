"""A rulebook: the form of its YAML files, and their strict reading."""
