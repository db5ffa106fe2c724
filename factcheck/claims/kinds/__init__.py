"""What a sentence, or a part of one, does: whether it asserts anything, and of which kind what it asserts is."""
