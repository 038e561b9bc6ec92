"""The one settings file. It runs with nothing set; what is set in the environment is checked, loudly.

===============  =======================================================================================
DATABASE_URL     ``postgresql://…`` or ``sqlite:///…``; default: SQLite in ``var/dateline.sqlite3``
SECRET_KEY       needed unless SITE_URL is a loopback address, which gets one in ``var/secret-key``
SITE_URL         the address readers use; default ``http://127.0.0.1:PORT``
PORT             where ``manage.py serve`` listens; default 8000
DEBUG            ``1`` for tracebacks in the browser; refused unless SITE_URL is a loopback address
CONTACT          an address or page that /method/ names for questions and corrections; default none
===============  =======================================================================================
"""

import os
import sys
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import dj_database_url
from django.core.management.utils import get_random_secret_key
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
INDEX_DIR = VAR_DIR / "index"
VERSION = "0.1.0"

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")


def _refuse(reason: str) -> NoReturn:
    sys.exit(f"dateline: {reason}")


def _port() -> int:
    text = os.environ.get("PORT", "8000")
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        _refuse(f"PORT must be a number from 1 to 65535, not “{text}”.")
    return int(text)


def _site_url(port: int) -> str:
    text = os.environ.get("SITE_URL", f"http://127.0.0.1:{port}").rstrip("/")
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        _refuse(f"SITE_URL must look like https://example.org, without a path, not “{text}”.")
    return text


def _secret_key(is_loopback: bool) -> str:
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not is_loopback:
        _refuse(f"SECRET_KEY must be set to serve {SITE_URL}: only a loopback SITE_URL gets one by itself.")
    file = VAR_DIR / "secret-key"
    VAR_DIR.mkdir(exist_ok=True)
    if not file.exists():
        draft = VAR_DIR / f"secret-key.{os.getpid()}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(get_random_secret_key())
        try:
            os.link(draft, file)
        except FileExistsError:
            """Another process wrote its key first: that one is everyone's."""
        finally:
            draft.unlink()
    return file.read_text().strip() or _refuse(f"{file} is empty: delete it, and a new key is made.")


def _debug(is_loopback: bool) -> bool:
    debug = os.environ.get("DEBUG", "") not in ("", "0", "false", "False")
    if debug and not is_loopback:
        _refuse(f"DEBUG shows the program's inside to every reader: it is refused for {SITE_URL}.")
    return debug


def _database() -> dict[str, Any]:
    url = os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'dateline.sqlite3'}")
    try:
        database = dict(dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True))
    except ValueError as error:
        _refuse(f"DATABASE_URL cannot be read: {error}")
    engine = str(database["ENGINE"]).rpartition(".")[2]
    if engine not in ("sqlite3", "postgresql"):
        _refuse("DATABASE_URL must be sqlite:///… or postgresql://…: other databases are not supported.")
    if engine == "sqlite3":
        VAR_DIR.mkdir(exist_ok=True)
        database["CONN_HEALTH_CHECKS"] = False
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        }
        database["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    return database


PORT = _port()
SITE_URL = _site_url(PORT)
SITE_HOST = urlsplit(SITE_URL).hostname or ""
IS_LOOPBACK = SITE_HOST in LOOPBACK_HOSTS
IS_HTTPS = SITE_URL.startswith("https:")
SECRET_KEY = _secret_key(IS_LOOPBACK)
DEBUG = _debug(IS_LOOPBACK)
CONTACT = os.environ.get("CONTACT", "")
DATABASES = {"default": _database()}

ALLOWED_HOSTS = [SITE_HOST, *(f"[{host}]" if ":" in host else host for host in LOOPBACK_HOSTS)]
ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"

INSTALLED_APPS = [
    "timeline",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {  # what a page repeats, which Django's own templates are slow at (timeline/templatetags/timeline_rows.py)
        "NAME": "rows",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "rows"],
        "OPTIONS": {"environment": "timeline.templatetags.timeline_rows.environment"},
    },
]

# -- languages ---------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic")), ("he", _("Hebrew"))]
LOCALE_PATHS = [BASE_DIR / "timeline" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

# -- static files ------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "timeline.static_files.PagesInOnePiece"},
}
WHITENOISE_MANIFEST_STRICT = True

# -- what every answer carries (docs: trust) ---------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The bundled server speaks no TLS: an https SITE_URL means that a proxy ends it and says so in this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains are not ours to bind to https
    "security.W021",  # nor to put on browsers' preload lists
]

# -- who may enter -----------------------------------------------------------------------------------------------

LOGIN_URL = "admin:login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A missing page is no news, and its line would carry what a reader asked for.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
