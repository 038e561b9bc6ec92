"""Foreign files in: seed folders and, later, tables of events. What one text file holds: ``extraction/text_files``.

Reading refuses by name and place; nothing is stored here.
"""
