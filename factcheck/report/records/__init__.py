"""What programs read: the one form of the nouns in JSON, and the report, the rows and the data of a page made of it."""
