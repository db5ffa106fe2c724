"""Documents → passages → indexes; a claim → ranked passages."""
