"""Numbers of a text, and the words and units around them."""
