"""The words a timeline sorts by: kinds of event, actors and places, each named in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from timeline.models.imports import Import

KEY = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use a–z, 0–9 and single hyphens."))

SHAPES = [
    ("circle", _("circle")),
    ("square", _("square")),
    ("diamond", _("diamond")),
    ("triangle", _("triangle")),
    ("hex", _("hexagon")),
    ("bar", _("bar")),
]


class KeyedManager(models.Manager[Any]):
    """Rows found by their key, so that fixtures carry no numbers."""

    def get_by_natural_key(self, key: str) -> models.Model:
        return self.get(key=key)


class KindManager(KeyedManager):
    """Kinds are everyone's, used or not; but for those that came with an import which is not visible yet."""

    def settled(self) -> models.QuerySet[Any]:
        return self.exclude(pk__in=Import.objects.hidden_terms("kind"))


class Term(models.Model):
    """What kinds, actors and places share: a key for addresses and a name in each language."""

    key = models.CharField(
        _("key"),
        max_length=60,
        unique=True,
        validators=[KEY],
        help_text=_("Used in addresses and files; keep it once it is shared."),
    )
    names = models.JSONField(_("names"), default=dict, help_text=_('By language: {"en": "Egypt", "ar": "مصر"}.'))

    objects = KeyedManager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    @property
    def label(self) -> str:
        """The name in the language being shown, else in English, else whatever there is."""
        return self.label_in(get_language() or "en")

    def label_in(self, language: str) -> str:
        """The name in this language, else in English, else any, else the key."""
        return name_in(self.names, language, self.key)

    def __str__(self) -> str:
        return self.label


def name_in(names: Mapping[str, str], language: str, key: str) -> str:
    """Of names by language the one in this language, else in English, else any, else the key."""
    return names.get(language) or names.get("en") or next(iter(names.values()), key)


class Kind(Term):
    """A kind of event, with the shape that marks it and the cues by which the engine knows it."""

    shape = models.CharField(_("shape"), max_length=10, choices=SHAPES, default="circle")
    cues = models.JSONField(
        _("cues"),
        default=list,
        blank=True,
        help_text=_("Words that speak for this kind, most telling first; a final * lets a word go on."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = KindManager()

    class Meta:
        verbose_name = _("kind of event")
        verbose_name_plural = _("kinds of event")
        ordering = ["position", "key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(shape__in=[shape for shape, _name in SHAPES]), name="kind_shape_is_known"
            )
        ]


class Named(Term):
    """An actor or a place: the canonical name that extraction returns, and everything else it is called."""

    name = models.CharField(_("canonical name"), max_length=120, unique=True)
    aliases = models.JSONField(_("also called"), default=list, blank=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    @classmethod
    def called(cls, names: list[str] | tuple[str, ...]) -> list[Self]:
        """The rows with these canonical names, in the order given; names without a row are passed over."""
        found = {row.name: row for row in cls._default_manager.filter(name__in=names)}
        return [found[name] for name in names if name in found]


class Actor(Named):
    """Who acts or speaks: a state, an organisation, a person."""

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("actor")
        verbose_name_plural = _("actors")


class Place(Named):
    """Where: coordinates in degrees of WGS 84; ``country`` is an ISO 3166-1 alpha-2 code."""

    country = models.CharField(_("country"), max_length=2, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    geonames_id = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True)

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="place_lies_on_earth",
            )
        ]
