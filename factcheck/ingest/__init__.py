"""From bytes to a text in blocks: readers by format, decoding, front matter, boilerplate."""
