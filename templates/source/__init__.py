"""The built-in templates' source: ``python -m templates.source`` writes them anew. The .docx files beside this are the product."""
