"""What a number counts or measures: quantities, rates, shares, multiples."""
