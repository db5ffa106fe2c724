"""One file per screen or dialog. Only these call the workbench, and only in threads."""
