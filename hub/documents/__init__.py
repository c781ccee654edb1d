"""Models -> files that people print: booklets, sheets to cut, flip cards, quiz papers."""
