"""Words at places of pages, to paragraphs in reading order."""
