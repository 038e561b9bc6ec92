"""Where the words come from: outlets and their articles."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from timeline.models.imports import settled
from timeline.models.public_ids import new_public_id

WEB = URLValidator(schemes=["http", "https"], message=_("Give an address that begins with http:// or https://."))


OUTLET_KEY_MAX = 60


class Outlet(models.Model):
    """Who published: a newspaper, an agency, an organisation. ``key`` is its name in addresses, given once."""

    key = models.CharField(max_length=OUTLET_KEY_MAX, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)
    url = models.URLField(_("website"), blank=True, validators=[WEB])

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="outlet_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.key:
            taken = type(self)._default_manager.filter(key=outlet_key(self.name)).exists()
            self.key = new_public_id() if taken else outlet_key(self.name)
        super().save(*args, **kwargs)


def outlet_key(name: str) -> str:
    """The ASCII letters and digits of a name, joined by hyphens: "the-strelsau-gazette"; a new public id where there
    are none."""
    return slugify(name).replace("_", "-").strip("-")[:OUTLET_KEY_MAX].strip("-") or new_public_id()


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal: what makes two articles the same one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class ArticleQuerySet(models.QuerySet["Article"]):
    """The words for choosing articles."""

    def settled(self) -> ArticleQuerySet:
        """All but those of an import that is not visible yet."""
        return self.filter(settled())


class Article(models.Model):
    """A snapshot of a text, hashed, so that a quotation's offsets hold for ever. The text is never public.

    ``is_excerpt`` marks a text that is the quotation itself: typed in by an editor who adds an event by hand, or come
    with an event in a file.
    """

    timeline = models.ForeignKey(
        "Timeline", models.PROTECT, db_index=False, related_name="articles", verbose_name=_("timeline")
    )
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64, editable=False)
    published_on = models.DateField(
        _("publication day"),
        null=True,
        blank=True,
        help_text=_("“Today”, “late Wednesday” and “two days later” count from this day."),
    )
    url = models.URLField(_("address"), max_length=500, blank=True, validators=[WEB])
    language = models.CharField(_("language"), max_length=8, default="en")
    licence_note = models.CharField(
        _("licence note"), max_length=300, blank=True, help_text=_("Shown to readers beside every quotation.")
    )
    is_excerpt = models.BooleanField(_("excerpt"), default=False, editable=False)
    batch = models.ForeignKey("Import", models.PROTECT, null=True, editable=False, related_name="article_rows")
    ingested_at = models.DateTimeField(auto_now_add=True)
    ingested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+", editable=False
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["timeline", "sha256"], name="article_once_in_a_timeline"),
            models.CheckConstraint(condition=~Q(text=""), name="article_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Article %(number)s") % {"number": self.pk})

    def save(self, *args: object, **kwargs: object) -> None:
        self.sha256 = text_hash(self.text)
        super().save(*args, **kwargs)
