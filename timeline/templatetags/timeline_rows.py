"""What a page repeats fifty or a hundred times, by Jinja2: Django's own nodes took half of a page's time there.

The templates lie in ``templates/rows`` and hold no words of ours, so that nothing in them is translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, StrictUndefined

from timeline.templatetags.timeline_words import glyph, names, number, share_of

register = template.Library()


def environment(**options: Any) -> Environment:
    """Jinja2 as the settings start it: everything is escaped, a name that is not there is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 - Django turns autoescape on
    made.filters |= {"glyph": glyph, "names": names, "number": number, "share_of": share_of}
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
def bars(band: Any) -> SafeString:
    """The columns of a histogram (``views.bands.Band``)."""
    return _rendered("bars.html", band=band)


def _rendered(name: str, **context: Any) -> SafeString:
    return mark_safe(engines["rows"].get_template(name).render(context))  # noqa: S308 - Jinja2 has escaped it
