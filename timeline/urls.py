"""Every address of the site. Words used here cannot be slugs (``models/timelines.py``)."""

from django.contrib import admin
from django.urls import path
from django.views.decorators.http import conditional_page

from timeline.admin.sign_in import sign_in
from timeline.index import editions
from timeline.views import (
    beside,
    errors,
    events,
    exports,
    health,
    lanes,
    method,
    news,
    printing,
    reports,
    robots,
    sharing,
    sitemaps,
    timelines,
)
from timeline.views.freshness import fresh
from timeline.views.public import for_anybody

of_timeline = fresh(editions.edition, "slug")
of_event = fresh(editions.edition_of_event, "public_id")
of_view = fresh(editions.edition_of_view, "code")
of_all = fresh(editions.edition_of_all)

urlpatterns = [
    path("admin/sign-in/<token>/", sign_in, name="sign_in"),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", of_all(timelines.timelines), name="timelines"),
    path("method/", for_anybody(conditional_page(method.method)), name="method"),
    path("robots.txt", for_anybody(conditional_page(robots.robots)), name="robots"),
    path("sitemap.xml", of_all(sitemaps.sitemap), name="sitemap"),
    path("sitemap-<int:number>.xml", of_all(sitemaps.sitemap_page), name="sitemap_page"),
    path("s/<slug:code>/", of_view(sharing.saved_view), name="saved_view"),
    path("e/<slug:public_id>/_report/", reports.report, name="report"),
    path("e/<slug:public_id>/_report/thanks/", reports.thanks, name="report_thanks"),
    path("e/<slug:public_id>/", of_event(events.event), name="event"),
    path("e/<slug:public_id>/<str:decoration>/", of_event(events.event), name="event"),
    path("<slug:slug>/", of_timeline(timelines.timeline), name="timeline"),
    path("<slug:slug>/_results/", of_timeline(timelines.results), name="timeline_results"),
    path("<slug:slug>/lanes/", of_timeline(lanes.lanes), name="timeline_lanes"),
    path("<slug:slug>/_lanes/", of_timeline(lanes.lanes_fragment), name="timeline_lanes_fragment"),
    path("<slug:slug>/_print/", of_timeline(printing.printed), name="timeline_print"),
    path("<slug:slug>/_table/", of_timeline(beside.table), name="timeline_table"),
    path("<slug:slug>/_values/<slug:facet>/", of_timeline(beside.values), name="timeline_values"),
    path("<slug:slug>/_news/", of_timeline(news.news), name="timeline_news"),
    path("<slug:slug>/_share/", sharing.share_view, name="timeline_share"),
    path("<slug:slug>/events.json", of_timeline(exports.events_json), name="events_json"),
    path("<slug:slug>/events.csv", of_timeline(exports.events_csv), name="events_csv"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
