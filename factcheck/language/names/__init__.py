"""Names of people, bodies and places, and the offices that people hold."""
