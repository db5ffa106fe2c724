"""The nouns: frozen dataclasses that import nothing but each other and `factcheck.errors`."""
