"""`python -m chataudit`."""

from chataudit.cli.app import main

main()
