"""Why a verb did nothing."""


class Refused(Exception):
    """The verb cannot be done to this event or article; the message is one sentence for the editor."""
