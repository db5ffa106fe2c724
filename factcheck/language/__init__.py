"""What can be found in the words of a text: sentences, quantities, dates, negation. Pure, with places, no models."""
