"""chataudit: an auditor of parents' chat exports against a ministry's sixteen recommendations."""

__version__ = "0.1.0"
