"""factcheck: claims out of an article, evidence beside them, and a decision that a person signs."""

__version__ = "0.1.0"
