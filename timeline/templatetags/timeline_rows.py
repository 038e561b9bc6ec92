"""What a page repeats fifty or a hundred times, by Jinja2: Django's own nodes took half of a page's time there.

The templates lie in ``templates/rows`` and hold no words of ours, so that nothing in them is translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from jinja2 import Environment, StrictUndefined

from timeline.templatetags.timeline_words import glyph, name_apart, names_apart, number, share_of, words

register = template.Library()


def environment(**options: Any) -> Environment:
    """Jinja2 as the settings start it: everything is escaped, a name that is not there is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 - Django turns autoescape on
    made.filters |= {"glyph": glyph, "number": number, "share_of": share_of, "words": words}
    made.filters |= {"apart": name_apart, "names": names_apart}
    return made


@register.simple_tag
def section_rows(sections: Sequence[Any], first: str = "") -> SafeString:
    """The sections of a list (``views.day_list.Section``); ``first`` is an id for the first of them."""
    return _rendered("sections.html", sections=sections, first=first)


@register.simple_tag
def value_rows(group: Any, values: Sequence[Any]) -> SafeString:
    """Values of a facet (``index.FacetValue``) in their group (``views.choices.Group``)."""
    return _rendered("values.html", group=group, values=values)


@register.simple_tag
def note_rows(notes: Sequence[Any]) -> SafeString:
    """The sources of a page (``index.Source``), numbered from 1."""
    return _rendered("notes.html", notes=notes, unnamed=_("Unnamed source"), language=get_language())


def _rendered(name: str, **context: Any) -> SafeString:
    made = render_to_string(name, {**context, "mirrored": get_language_bidi()}, using="rows")
    return mark_safe(made)  # noqa: S308 - Jinja2 has escaped it
