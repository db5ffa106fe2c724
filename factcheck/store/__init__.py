"""The database: the only place with SQL. One repository per noun, every write in one transaction."""
