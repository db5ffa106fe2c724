"""Reports: one module per format, one table of formats in `formats.py`."""
