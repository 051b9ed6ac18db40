"""The built-in templates' source: ``python -m templates.source`` writes the .docx files beside this folder anew."""
