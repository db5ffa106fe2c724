"""What the screens consist of. A widget is given nouns and sends messages; it knows no workbench."""
