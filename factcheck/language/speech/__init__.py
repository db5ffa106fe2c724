"""Who says what in a sentence, by its grammar."""
