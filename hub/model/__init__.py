"""What things are. Nothing in here knows a file, a page or a document."""
