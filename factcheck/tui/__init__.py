"""The terminal UI: a screen knows the workbench and works in threads, a widget gets nouns and sends messages."""
