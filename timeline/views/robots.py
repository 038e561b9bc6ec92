"""Which addresses crawlers may fetch (RFC 9309)."""

from django.http import HttpRequest, HttpResponse

from timeline.views.public import absolute, public

RULES = """\
# Every event and every timeline has one plain address, and the site map names them all. What carries a query is a
# choice of the same events: crawlers would follow choices without end.
User-agent: *
Allow: /method/?lang=
Disallow: /*?
Disallow: /*/_
Disallow: /*/events.json
Disallow: /*/events.csv
Disallow: /s/
Disallow: /admin/
"""


@public()
def robots(request: HttpRequest) -> HttpResponse:
    """The rules, and where the site map is."""
    return HttpResponse(f"{RULES}\nSitemap: {absolute('/sitemap.xml')}\n", content_type="text/plain; charset=utf-8")
