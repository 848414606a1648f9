"""What each file format holds -> tables of cells, with what the file itself leaves in doubt."""
