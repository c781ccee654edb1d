"""The open learning hub: content files -> validated models -> pages, documents, search."""
