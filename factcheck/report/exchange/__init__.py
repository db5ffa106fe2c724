"""Reports for other people's programs, each in the form that its readers have published: one module a format."""
