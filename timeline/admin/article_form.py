"""The form for an article: pasted or uploaded, with what is known about it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.editorial.ingesting import Submission
from timeline.extraction.text_files import BYTES_LIMIT, RefusedFile, TextFile, read_text_file
from timeline.models import Timeline
from timeline.models.timelines import LANGUAGES

KNOWN = ("title", "outlet", "published_on", "url", "language", "licence_note")
"""What front matter may fill where the form is empty."""


class ArticleForm(forms.Form):
    """Either a pasted text or a file. What the form says wins over the file's front matter."""

    timeline = forms.ModelChoiceField(Timeline.objects.order_by("title"), label=gettext_lazy("Timeline"))
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto"}),
        help_text=gettext_lazy("The whole text, as published. It is kept for checking and never shown to readers."),
    )
    upload = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,.md,text/plain,text/markdown"}),
        help_text=gettext_lazy("A .txt or .md file in UTF-8. Its front matter fills what is left empty below."),
    )
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=300, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    outlet = forms.CharField(
        label=gettext_lazy("Outlet"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets", "dir": "auto", "autocomplete": "off"}),
    )
    published_on = forms.DateField(
        label=gettext_lazy("Publication day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("“Today”, “late Wednesday” and “two days later” count from this day."),
    )
    url = forms.URLField(label=gettext_lazy("Address"), max_length=500, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", gettext_lazy("as the timeline")), *LANGUAGES],
    )
    licence_note = forms.CharField(
        label=gettext_lazy("Licence note"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=gettext_lazy("Shown to readers beside every quotation."),
    )

    FIELDSETS = (
        (None, {"fields": ("timeline", "text", "upload")}),
        (
            gettext_lazy("About the article"),
            {"fields": ("title", ("outlet", "published_on"), "url", ("language", "licence_note"))},
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    @property
    def source(self) -> str:
        """The field that the text came from, where what is wrong with it is said."""
        return "upload" if self.files.get("upload") else "text"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        pasted, file = cleaned.get("text", ""), cleaned.get("upload")
        if {"text", "upload"} & self.errors.keys():
            return cleaned
        if pasted.strip() and file:
            raise ValidationError({"upload": _("Paste the text or choose a file, not both.")})
        if not pasted.strip() and not file:
            raise ValidationError({"text": _("Paste the text of the article, or choose a file.")})
        self._fill(self._read(pasted, file))
        return cleaned

    def submission(self) -> Submission:
        """The article as the verb takes it."""
        said = self.cleaned_data
        return Submission(text=said["text"], **{name: said[name] for name in KNOWN})

    def _read(self, pasted: str, file: UploadedFile | None) -> TextFile:
        try:
            return read_text_file(_bytes(file) if file else pasted.encode())
        except RefusedFile as refusal:
            where = f"{file.name}: " if file else ""
            raise ValidationError({self.source: f"{where}{refusal}."}) from None

    def _fill(self, read: TextFile) -> None:
        self.cleaned_data["text"] = read.text
        for name in KNOWN:
            value = getattr(read, name)
            if value and not self.cleaned_data.get(name) and name not in self.errors:
                self.cleaned_data[name] = self._checked(name, value)

    def _checked(self, name: str, value: Any) -> Any:
        """A value from front matter under the same rules as a typed one."""
        field = self.fields[name]
        try:
            return field.clean(value)
        except ValidationError as error:
            problem = _("The front matter’s %(field)s: %(problem)s")
            said = problem % {"field": field.label, "problem": " ".join(error.messages)}
            raise ValidationError({self.source: said}) from None


def _bytes(file: UploadedFile) -> bytes:
    if PurePath(file.name or "").suffix.lower() not in (".txt", ".md"):
        raise RefusedFile(_("only .txt and .md files can be read"))
    if (file.size or 0) > BYTES_LIMIT:
        raise RefusedFile(_("the file is too large"))
    return file.read()
