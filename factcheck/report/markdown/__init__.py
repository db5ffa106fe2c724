"""The report in CommonMark."""
