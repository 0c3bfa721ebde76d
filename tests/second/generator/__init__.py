"""Random workspaces. It knows which files are valid, and nothing of what follows from them."""
