"""Foreign files in: seed folders, and events as JSON lines. What one text file holds: ``extraction/text_files``.

Reading refuses by name and place and stores nothing. Events are stored in bulk (``event_files``): docs/adr/0007.
"""
