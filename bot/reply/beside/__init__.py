"""What stands beside an answer, piece by piece: known to do no harm, or a doubt. How strictly is decision 0015."""
