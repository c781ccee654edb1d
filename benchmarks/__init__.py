"""Our hub beside its peers, measured in one run each."""
