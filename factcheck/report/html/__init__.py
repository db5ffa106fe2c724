"""The report as one HTML page: templates that a desk can replace, in a sandbox."""
