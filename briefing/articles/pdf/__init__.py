"""The paragraphs of a PDF from where its characters stand: lines, running heads, columns, tables, paragraphs, hyphens."""
