"""Question files: read, proved by execution, and played. Community files are data until the judge has run them."""
