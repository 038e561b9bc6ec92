"""The WSGI application, for ``manage.py serve`` or any other server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

application = get_wsgi_application()

# What a page is made of holds hardly any cycles and goes when the page is sent: as Python comes, it would look for
# cycles among it once a page, in the middle of the making.
gc.set_threshold(50_000, 10, 10)
