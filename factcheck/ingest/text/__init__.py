"""Text and Markdown files: bytes to text, and the facts that stand at its head."""
