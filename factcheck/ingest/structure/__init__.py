"""Lines of a text to blocks: paragraphs, headings, what a site puts around them."""
