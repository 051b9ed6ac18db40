"""Help that needs no network: pages of Markdown and the window that shows them."""
