"""What is stored: fields, constraints, and the vocabulary of queries. Verbs live in ``editorial/``."""

from timeline.models.citations import QUOTE_SHOWN, Citation
from timeline.models.events import HEADLINE_MAX, Event, Standing, Status
from timeline.models.imports import Import, ImportState
from timeline.models.public_changes import PublicChange, Reach
from timeline.models.reports import REPORT_MAX, ErrorReport, ReportStatus
from timeline.models.revisions import Revision, Verb
from timeline.models.saved_views import SavedView
from timeline.models.sources import Article, Outlet
from timeline.models.timelines import Timeline
from timeline.models.vocabulary import Actor, Kind, Place

__all__ = [
    "HEADLINE_MAX",
    "QUOTE_SHOWN",
    "REPORT_MAX",
    "Actor",
    "Article",
    "Citation",
    "ErrorReport",
    "Event",
    "Import",
    "ImportState",
    "Kind",
    "Outlet",
    "Place",
    "PublicChange",
    "Reach",
    "ReportStatus",
    "Revision",
    "SavedView",
    "Standing",
    "Status",
    "Timeline",
    "Verb",
]
