"""The verbs: what an editor does to articles and events.

Each is a function: keyword-only, ``by`` a person, atomic, and with exactly one revision for every event it
changes. The admin, the commands and the seeds all come through here; nothing else writes events.
"""
