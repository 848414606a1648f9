"""What a sheet shows without words, or in short, put into words."""
