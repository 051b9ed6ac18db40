"""Article → findings.

The steps in their order, each a module or a package:

``pipeline``   the paragraphs that are searched, each with its parse
``people``     who is who: names, roles and pronouns resolved to persons
``quotes``     what is said, and by whom
``figures``    the numbers that matter, what they measure and who vouches for them
``tables``     what a table's figures measure, from the heads of their rows and columns
``salience``   how much each finding matters, and which are ticked beforehand
``findings``   all these, one after the other, for an article or some of its paragraphs

Where a person marks words, ``surroundings`` reads what stands around them once; ``selection`` makes a finding of them,
``moved`` reads one again whose edges were moved, and ``naming`` tells which person or time they name.
"""
