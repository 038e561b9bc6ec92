"""The editors' desk: Django's admin, in which every change to an event goes through ``editorial/``."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.articles import ArticleAdmin
from timeline.admin.events import EventAdmin
from timeline.admin.reports import ErrorReportAdmin
from timeline.admin.revisions import RevisionAdmin
from timeline.admin.timelines import TimelineAdmin
from timeline.admin.vocabulary import ActorAdmin, KindAdmin, OutletAdmin, PlaceAdmin
from timeline.models import Actor, Article, ErrorReport, Event, Kind, Outlet, Place, Revision, Timeline

admin.site.site_title = _("Dateline")
admin.site.site_header = _("Dateline")
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False

admin.site.register(Timeline, TimelineAdmin)
admin.site.register(Article, ArticleAdmin)
admin.site.register(Event, EventAdmin)
admin.site.register(ErrorReport, ErrorReportAdmin)
admin.site.register(Revision, RevisionAdmin)
admin.site.register(Kind, KindAdmin)
admin.site.register(Actor, ActorAdmin)
admin.site.register(Place, PlaceAdmin)
admin.site.register(Outlet, OutletAdmin)
