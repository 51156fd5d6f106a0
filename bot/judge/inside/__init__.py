"""The child side: runs in the jail's own process, imports the standard library and nothing else of ours."""
