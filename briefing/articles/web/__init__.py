"""The article in a web page: the tree made ready, its paragraphs, what of them is the article, and its metadata."""
