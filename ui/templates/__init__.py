"""The template manager: which templates there are, how their pages look, what is wrong with them, and what can be done."""
