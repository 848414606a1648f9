"""Who somebody is to the jobs: their name, where they stand, whether they can be reached, were heard, may answer."""
