"""The list of everybody, live while typing."""
