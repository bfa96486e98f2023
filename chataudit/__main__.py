"""`python -m chataudit`."""

from chataudit.cli import main

main()
