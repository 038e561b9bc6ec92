"""Every address of the site. Words used here cannot be slugs (``models/timelines.py``)."""

from django.contrib import admin
from django.urls import path

from timeline.admin.sign_in import sign_in
from timeline.views import errors, events, health, method, timelines

urlpatterns = [
    path("admin/sign-in/<token>/", sign_in, name="sign_in"),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", timelines.timelines, name="timelines"),
    path("method/", method.method, name="method"),
    path("e/<slug:public_id>/", events.event, name="event"),
    path("e/<slug:public_id>/<str:decoration>/", events.event, name="event"),
    path("<slug:slug>/", timelines.timeline, name="timeline"),
    path("<slug:slug>/_results/", timelines.results, name="timeline_results"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
