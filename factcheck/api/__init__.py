"""The way in: what `import factcheck` offers, and what the command line and the terminal UI call."""
