"""Kinds, actors, places and outlets: names by language, aliases and cues one a line, never raw JSON."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from timeline.admin.lists import ListAdmin
from timeline.models import Actor, Kind, Outlet, Place, Reach, Timeline
from timeline.models.timelines import LANGUAGES


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 6, "dir": "auto"}))
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(line.strip() for line in (value or "").splitlines() if line.strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


class TermForm(forms.ModelForm):
    """``names`` as one field a language. Names in languages that the form does not show stay."""

    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    name_ar = forms.CharField(
        label=_("Name in Arabic"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "rtl", "lang": "ar"}),
    )
    name_he = forms.CharField(
        label=_("Name in Hebrew"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "rtl", "lang": "he"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, _name in LANGUAGES:
            self.fields[f"name_{code}"].initial = self.instance.names.get(code, "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        said = {code: cleaned.get(f"name_{code}", "") for code, _name in LANGUAGES}
        self.instance.names = {code: name for code, name in {**self.instance.names, **said}.items() if name}
        return cleaned


class KindForm(TermForm):
    """A kind with the words by which the engine knows it."""

    cues = LinesField(
        label=_("Cues"),
        help_text=_("One a line, most telling first: words that speak for this kind; a final * lets a word go on."),
    )

    class Meta:
        model = Kind
        fields = ("key", "shape", "position", "cues")


class ActorForm(TermForm):
    """An actor and everything it is called."""

    aliases = LinesField(label=_("Also called"), help_text=_("One a line: every other name that articles use."))

    class Meta:
        model = Actor
        fields = ("key", "name", "aliases")


class PlaceForm(TermForm):
    """A place, everything it is called, and where it lies."""

    aliases = LinesField(label=_("Also called"), help_text=_("One a line: every other name that articles use."))

    class Meta:
        model = Place
        fields = ("key", "name", "aliases", "country", "latitude", "longitude", "geonames_id")


class TermAdmin(ListAdmin):
    """Readers see these names, so a change reaches the version of each timeline that shows them."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only while no event carries it: taking it off events is a correction, each with its revision."""
        return obj is not None and not obj.events.exists() and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            bump_where(events__in=obj.events.published())


class KindAdmin(TermAdmin):
    """Kinds in their order."""

    form = KindForm
    list_display = ("__str__", "key", "shape", "position")
    fields = ("key", "name_en", "name_ar", "name_he", "shape", "position", "cues")


class ActorAdmin(TermAdmin):
    """Actors by their canonical name."""

    form = ActorForm
    list_display = ("name", "__str__", "key")
    search_fields = ("name", "key", "aliases")
    fields = ("key", "name", "name_en", "name_ar", "name_he", "aliases")


class PlaceAdmin(TermAdmin):
    """Places by their canonical name."""

    form = PlaceForm
    list_display = ("name", "__str__", "country", "key")
    search_fields = ("name", "key", "aliases", "=country")
    fields = (
        "key",
        "name",
        "name_en",
        "name_ar",
        "name_he",
        "aliases",
        "country",
        ("latitude", "longitude"),
        "geonames_id",
    )


class OutletAdmin(ListAdmin):
    """Who published."""

    list_display = ("name", "url")
    search_fields = ("name",)

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        """Only while no article is theirs."""
        return obj is not None and not obj.articles.exists() and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Outlet, form: forms.ModelForm, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            bump_where(articles__outlet=obj)


def bump_where(**chosen: Any) -> None:
    """Let readers' caches know of a name changed on these timelines."""
    for pk in Timeline.objects.filter(**chosen).values_list("pk", flat=True).distinct():
        Timeline.objects.bump(pk, Reach.NAMES)
