"""An event: something that happened, or is said to, with its date as well as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, Self
from urllib.parse import quote

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import get_script_prefix, reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from timeline.dates import EventDate, Extent, Part, Precision
from timeline.models.citations import Citation
from timeline.models.imports import Import, settled
from timeline.models.public_ids import new_public_id
from timeline.models.searching import needles, searchable

HEADLINE_MAX = 200


class Status(models.TextChoices):
    """Of the record, not of the happening: accepting a draft publishes it."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


ONCE_PUBLIC = (Status.PUBLISHED, Status.WITHDRAWN)
"""What an address may answer for: the rest was never public, and is as if it did not exist."""


def published(prefix: str = "") -> Q:
    """That readers may see the events to which ``prefix`` leads from another model: the one place that says so."""
    return Q(**{f"{prefix}status": Status.PUBLISHED}) & settled(prefix)


def once_public(prefix: str = "") -> Q:
    """That readers may see them or could: published, or withdrawn since."""
    return Q(**{f"{prefix}status__in": ONCE_PUBLIC}) & settled(prefix)


class Standing(models.TextChoices):
    """Of the happening: how sure it is that it happened. The engine gives the first four, people all."""

    REPORTED = "reported", _("Reported")
    PLANNED = "planned", _("Planned")
    CONDITIONAL = "conditional", _("Conditional")
    DENIED = "denied", _("Denied")
    CONFIRMED = "confirmed", _("Confirmed")
    DISPUTED = "disputed", _("Disputed")


PRECISIONS = [(precision.value, precision.value.replace("_", " ")) for precision in Precision]
PARTS = [(part.value, part.value) for part in Part]
EXTENTS = [(extent.value, extent.value) for extent in Extent]
DATE_FIELDS = ("earliest", "latest", "precision", "part", "extent", "approximate", "uncertain", "time", "zone")


class EventQuerySet(models.QuerySet["Event"]):
    """The newsroom's words for choosing events."""

    def published(self) -> Self:
        """What readers may see. Every public query begins here."""
        return self.filter(published())

    def once_public(self) -> Self:
        """What an address may answer for, if only to say that it was withdrawn."""
        return self.filter(once_public())

    def settled(self) -> Self:
        """All but the events of an import that is not visible yet: what editors may see and decide."""
        return self.filter(settled())

    def imported_after(self, moment: datetime) -> Self:
        """Those of imports that became visible after the moment, however long they had lain hidden."""
        return self.filter(batch__in=Import.objects.visible().filter(visible_at__gt=moment).values("pk"))

    def drafts(self) -> Self:
        return self.filter(status=Status.DRAFT)

    def open_to_sources(self) -> Self:
        """Those that another draft can be merged into."""
        return self.settled().filter(status__in=(Status.DRAFT, Status.PUBLISHED))

    def in_pairs(self, proposals: models.QuerySet) -> Self:
        """Those that are one side of these proposals."""
        return self.filter(Q(pk__in=proposals.values("earlier")) | Q(pk__in=proposals.values("later")))

    def in_timeline(self, timeline: models.Model) -> Self:
        return self.filter(timeline=timeline)

    def in_time_order(self, *, newest_first: bool = False) -> Self:
        """By (earliest, latest, id), or exactly the reverse."""
        names = ("earliest", "latest", "pk")
        return self.order_by(*(f"-{name}" for name in names) if newest_first else names)

    def past(self, key: tuple[date, date, int], *, newest_first: bool = False) -> Self:
        """Those that follow the event with this (earliest, latest, id) in the order of reading."""
        side = "lt" if newest_first else "gt"
        earliest, latest, pk = key
        return self.filter(
            Q(**{f"earliest__{side}": earliest})
            | Q(earliest=earliest, **{f"latest__{side}": latest})
            | Q(earliest=earliest, latest=latest, **{f"pk__{side}": pk}),
            # The plain bound lets the database enter its index at the right place.
            **{f"earliest__{side}e": earliest},
        )

    def overlapping(self, first: date | None, last: date | None) -> Self:
        """Those that possibly lie in the days from first to last; None leaves a side open."""
        return self.filter(_starts_by(last), latest__gte=first) if first else self.filter(_starts_by(last))

    def within(self, first: date | None, last: date | None) -> Self:
        """Those that certainly lie in the days from first to last; None leaves a side open."""
        return self.filter(certainly_within(first, last))

    def of_kinds(self, keys: Sequence[str]) -> Self:
        return self.filter(kind__key__in=keys)

    def with_actors(self, keys: Sequence[str]) -> Self:
        """Those in which at least one of these actors acts or speaks."""
        return self.filter(pk__in=self.model.actors.through.objects.filter(actor__key__in=keys).values("event"))

    def at_places(self, keys: Sequence[str]) -> Self:
        return self.filter(pk__in=self.model.places.through.objects.filter(place__key__in=keys).values("event"))

    def with_clock_time(self) -> Self:
        return self.filter(time__isnull=False)

    def of_standings(self, standings: Sequence[str]) -> Self:
        return self.filter(standing__in=standings)

    def quoted_from(self, outlets: Sequence[str]) -> Self:
        """Those with a quotation from an article of at least one of these outlets, by the outlets' keys."""
        return self.filter(pk__in=Citation.objects.filter(article__outlet__key__in=outlets).values("event"))

    def saying(self, words: str) -> Self:
        """Those in whose headline or summary all the words occur (``models/searching.py``)."""
        return self.filter(*(Q(words__contains=needle) for needle in needles(words)))

    def with_details(self) -> Self:
        """With what a card or an event's page shows, in a constant number of queries."""
        citations = Citation.objects.select_related("article__outlet").defer("article__text")
        names = (self.model._meta.get_field(name) for name in ("actors", "places"))
        terms = (Prefetch(it.name, it.related_model._default_manager.defer("aliases")) for it in names)
        return self.select_related("kind").prefetch_related(*terms, Prefetch("citations", citations))


def certainly_within(first: date | None, last: date | None) -> Q:
    """That all bounds of an event lie in the days from first to last; None leaves a side open."""
    return (Q(earliest__gte=first) if first else Q()) & (Q(latest__lte=last) if last else Q())


def _starts_by(last: date | None) -> Q:
    return Q(earliest__lte=last) if last else Q()


def event_address(public_id: str, headline: str) -> str:
    """The path of an event's page, as ``reverse`` gives it: a page that links to a hundred asks once."""
    return f"{_events_address(get_script_prefix())}{public_id}/{_ending(headline)}"


@lru_cache(10_000)
def _ending(headline: str) -> str:
    decoration = decoration_of(headline)
    return f"{quote(decoration)}/" if decoration else ""


@lru_cache(10_000)
def _date(earliest: date, latest: date, precision: str, part: str, extent: str, *rest: Any) -> EventDate:
    """The date that these columns hold, made and checked once: a page asks each of its events several times."""
    *doubts, clock, zone = rest
    named = Part(part) if part else None
    return EventDate(earliest, latest, Precision(precision), named, Extent(extent), *doubts, clock, zone or None)


@cache
def _events_address(_prefix: str) -> str:
    return reverse("event", args=["-"]).removesuffix("-/")


def decoration_of(headline: str) -> str:
    """The readable end of an event's address."""
    return slugify(headline, allow_unicode=True)[:80].strip("-")


class Event(models.Model):
    """``earliest`` and ``latest`` are null only while a draft waits for an editor to date it (``asks`` says why)."""

    timeline = models.ForeignKey(
        "Timeline", models.PROTECT, db_index=False, related_name="events", verbose_name=_("timeline")
    )  # ``event_reading_order`` begins with it
    batch = models.ForeignKey("Import", models.PROTECT, null=True, editable=False, related_name="event_rows")
    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    headline = models.CharField(_("headline"), max_length=HEADLINE_MAX)
    summary = models.TextField(_("summary"), blank=True)
    words = models.TextField(blank=True, editable=False)
    language = models.CharField(_("language"), max_length=8, default="en")

    earliest = models.DateField(_("earliest day"), null=True, blank=True)
    latest = models.DateField(_("latest day"), null=True, blank=True)
    precision = models.CharField(_("precision"), max_length=12, choices=PRECISIONS, blank=True)
    part = models.CharField(_("part"), max_length=10, choices=PARTS, blank=True)
    extent = models.CharField(_("extent"), max_length=10, choices=EXTENTS, default=Extent.ONCE.value)
    approximate = models.BooleanField(_("approximate"), default=False)
    uncertain = models.BooleanField(_("uncertain"), default=False)
    time = models.TimeField(_("time"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=60, blank=True)
    asks = models.CharField(max_length=300, blank=True, editable=False)

    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.REPORTED)
    attributed_to = models.CharField(_("said by"), max_length=200, blank=True)
    kind = models.ForeignKey(
        "Kind", models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("kind")
    )
    actors = models.ManyToManyField("Actor", blank=True, related_name="events", verbose_name=_("actors"))
    places = models.ManyToManyField("Place", blank=True, related_name="events", verbose_name=_("places"))
    claims = models.JSONField(_("claims"), default=list, blank=True)
    importance = models.PositiveSmallIntegerField(
        _("importance"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("1 (detail) to 5 (turning point)."),
    )

    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, null=True, related_name="+", editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_note = models.TextField(blank=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["timeline", "status", "earliest", "latest", "id"], name="event_reading_order"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(headline=""), name="event_has_a_headline"),
            models.CheckConstraint(condition=Q(earliest__lte=F("latest")), name="event_earliest_before_latest"),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True, latest__isnull=True, precision="")
                | Q(earliest__isnull=False, latest__isnull=False, precision__in=[value for value, _name in PRECISIONS]),
                name="event_date_is_whole_or_missing",
            ),
            models.CheckConstraint(condition=Q(part__in=["", *Part]), name="event_part_is_known"),
            models.CheckConstraint(condition=Q(extent__in=list(Extent)), name="event_extent_is_known"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="event_standing_is_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="event_status_is_known"),
            models.CheckConstraint(condition=Q(importance__gte=1, importance__lte=5), name="event_importance_1_to_5"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True, status__in=["draft", "rejected"])
                | Q(published_at__isnull=False, published_by__isnull=False, status__in=["published", "withdrawn"]),
                name="event_published_by_someone_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "rejected"]) | Q(earliest__isnull=False),
                name="event_published_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(status="withdrawn", withdrawn_at__isnull=False) & ~Q(withdrawal_note="")
                | ~Q(status="withdrawn") & Q(withdrawn_at__isnull=True, withdrawal_note=""),
                name="event_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: object, **kwargs: object) -> None:
        self.words = searchable(self.headline, self.summary)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return event_address(self.public_id, self.headline)

    @property
    def decoration(self) -> str:
        """The readable end of the address, in the headline's own script; it identifies nothing."""
        return decoration_of(self.headline)

    @property
    def date(self) -> EventDate | None:
        """When it happened, or None while no date is given."""
        if self.earliest is None or self.latest is None:
            return None
        doubts = self.approximate, self.uncertain
        return _date(self.earliest, self.latest, self.precision, self.part, self.extent, *doubts, self.time, self.zone)

    @date.setter
    def date(self, value: EventDate | None) -> None:
        self.earliest = value.earliest if value else None
        self.latest = value.latest if value else None
        self.precision = value.precision.value if value else ""
        self.part = value.part.value if value and value.part else ""
        self.extent = value.extent.value if value else Extent.ONCE.value
        self.approximate = bool(value and value.approximate)
        self.uncertain = bool(value and value.uncertain)
        self.time = value.time if value else None
        self.zone = (value.zone or "") if value else ""
