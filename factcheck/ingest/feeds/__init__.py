"""Items of RSS and Atom feeds, and their days."""
