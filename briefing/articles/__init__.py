"""Bytes, files, addresses and pasted text → Article.

The steps in their order, each a module, with the modules that it rests on:

``reading``    a file's or an ``address``'s bytes; ``text`` and ``pasted`` begin with what is on the clipboard
``sniff``      what the bytes are, by their content
``gate``       zip-based files and their XML, bounded, before any parser sees them
a reader       one module a format, imported when it is needed: ``text``, ``page`` (with ``web``), ``word_file``, ``pdf_file``
               (with ``pdf``), ``mail``, ``rtf``, ``outlook``, ``open_document``, ``epub``, ``markdown``
``decode``     characters of those that are text; ``normalise`` makes them, and all others, what the article keeps for good
``passages``   the paragraphs that a reader found, cleaned; ``paragraphs`` finds those of plain text
``structure``  what each paragraph is: headline, ``dateline``, byline, body, furniture, what newsrooms' ``notes`` say
``assemble``   the article, and what is known of it: ``bylines``, ``dates``, ``language``, the file's own ``properties``

``corrections`` and ``as_read`` put its details right later, as the analyst says. The text itself never changes.
"""

from __future__ import annotations

from briefing.articles.reading import from_bytes, load
from briefing.articles.text import from_text

__all__ = ["from_bytes", "from_text", "load"]
