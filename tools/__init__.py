"""What engineers run: the tour, and later the making of documents and packages."""
