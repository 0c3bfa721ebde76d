"""The figures of a workspace, from its data and the rules alone: exact, and without the program."""
