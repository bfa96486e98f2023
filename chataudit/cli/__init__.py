"""The command line: one module a command, each of which only reads its options and hands them on."""
