"""Models -> staged Markdown and HTML: pure functions that return `{path: text}`."""
