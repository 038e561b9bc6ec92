"""Foreign files in: texts and, later, tables of events. Reading refuses by name and place; nothing is stored here."""
