"""The project's settings, with static files read where they lie and a cheap password hash."""

from timeline.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
INDEX_DIR = VAR_DIR / "index-of-tests"  # noqa: F405 - tests/conftest.py gives each run one of its own
