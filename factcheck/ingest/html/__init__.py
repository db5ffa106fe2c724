"""A page's article, told from what stands around it, and its facts."""
