"""A timeline: what readers open, share and follow."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models.events import published
from timeline.models.public_changes import PublicChange, Reach

RESERVED_SLUGS = (
    "admin api cards embed e events favicon.ico feeds healthz media method oembed readyz robots.txt s search "
    "sitemap.xml static well-known"
).split()
"""Words that are addresses and so cannot be slugs (vocabulary.md)."""

LANGUAGES = [("en", _("English")), ("ar", _("Arabic")), ("he", _("Hebrew"))]


def validate_zone(name: str) -> None:
    """Raises ``ValidationError`` unless the name is in the IANA time zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone; write one like Asia/Gaza."), params={"name": name})


class TimelineQuerySet(models.QuerySet["Timeline"]):
    """The words for choosing timelines, and the one write that is not a verb: moving the version."""

    def with_counts(self) -> TimelineQuerySet:
        """Each with ``event_count``, the number of its published events."""
        return self.annotate(event_count=Count("events", filter=published("events__")))

    def listed(self) -> TimelineQuerySet:
        """Those a reader finds on the front page: with something published."""
        return self.with_counts().filter(event_count__gt=0).order_by("title", "pk")

    @transaction.atomic
    def bump(
        self, pk: int, reach: Reach = Reach.EVERYTHING, *, events: Iterable[int] = (), batch: int | None = None
    ) -> None:
        """Say that the public face of this timeline changed, and how far that reaches: caches and saved views count by
        the version, the index reads the changes after the one it has.

        ``events`` are the keys of those that changed (or may have: they are read again) where the reach is EVENTS,
        ``batch`` the import whose events became visible where it is BATCH. Who cannot say says EVERYTHING, and the
        whole timeline is read again. To be called in the transaction of the change.
        """
        now = timezone.now()
        # The update comes first: it holds the row, so that versions and changes follow each other alike.
        self.filter(pk=pk).update(version=F("version") + 1, changed_at=now)
        version = self.filter(pk=pk).values_list("version", flat=True).first()
        if version is None:
            return
        named = sorted(set(events)) if reach == Reach.EVENTS else []
        reach = Reach.NAMES if reach == Reach.EVENTS and not named else reach
        rows = (PublicChange(timeline_id=pk, version=version, at=now, reach=reach, event_id=it) for it in named)
        alone = PublicChange(timeline_id=pk, version=version, at=now, reach=reach, batch=batch)
        PublicChange.objects.bulk_create(rows if named else [alone])


class Timeline(models.Model):
    """``version`` grows by one with every change a reader could see, the last of them at ``changed_at``;
    ``reviewed_until`` is the moment up to which editors have looked at the news, so that a quiet day is not mistaken
    for an unread one."""

    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use a–z, 0–9 and single hyphens."))],
        help_text=_("The word in the timeline’s address, such as gaza-war. Changing it breaks shared links."),
    )
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences under the title."))
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default="en")
    zone = models.CharField(_("time zone"), max_length=60, default="UTC", validators=[validate_zone])
    reviewed_until = models.DateTimeField(_("reviewed until"), null=True, blank=True)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TimelineQuerySet.as_manager()

    class Meta:
        verbose_name = _("timeline")
        verbose_name_plural = _("timelines")
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="timeline_slug_is_no_address",
                violation_error_message=_("This word is an address of the site itself."),
            ),
            models.CheckConstraint(condition=~Q(title=""), name="timeline_has_a_title"),
            models.CheckConstraint(
                condition=Q(language__in=[code for code, _name in LANGUAGES]), name="timeline_language_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("timeline", args=[self.slug])
