"""Content files -> models, with every mistake of the files found in one run."""
