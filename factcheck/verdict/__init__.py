"""What the evidence says of a claim: stances, the details that were compared, and the machine's suggestion."""
