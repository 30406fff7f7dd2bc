"""Every setting of the site, driven by the environment.

SECRET_KEY      signs forms and sessions; needed in production
ALLOWED_HOSTS   the site's host names, separated by commas; needed in production
RECEIPT_PEPPER  stirred into every receipt; needed in production; if it changes, no receipt works
PUBLICATION_KEY seals what is approved until its batch; needed in production
EMAIL_HOST      sends the daily mail, with EMAIL_PORT (465 TLS, 587 STARTTLS, else plain),
                EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_FROM; unset means that no mail leaves
DATABASE_URL    postgres://user:password@host/name; unset means SQLite in DATA_DIR
DATA_DIR        where SQLite's file and the collected static files lie; default ./var
WORKERS         how many processes serve the site, on all machines; they share each limit
PROXIES         networks that our own nginx speaks from; default this machine
LIMITS_TIMES    widens every limit on how often and how much is sent; default 1
EMPLOYER_NETWORKS  networks of the employer's, on which nobody should write
ONION_ADDRESS   the site's address in Tor, if it has one
SITE_ADDRESS    where readers come; default https:// and the first of ALLOWED_HOSTS
BAKING          0 for a site that renders every page anew, to measure
BAKED_ROOT      where finished pages lie; default DATA_DIR/baked
SECURITY_CONTACT  where to write about a hole in the site, as mailto:… or https://…; else /contact/
ADMINS          who gets a mail when the site fails (no word of a request is in it)
DEMO            1 for `make run` on your own machine: insecure key, plain http, a known login
"""

import os
import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var")
DEMO = os.environ.get("DEMO") == "1"


def needed(name: str, *, demo: str) -> str:
    """Return the environment's value of `name`, or `demo` in the demonstration."""
    value = os.environ.get(name) or (demo if DEMO else "")
    if not value:
        raise ImproperlyConfigured(
            f"Set {name} in the environment before starting the site (see README.md), "
            "or set DEMO=1 to try it on your own machine."
        )
    return value


def networks(name: str, default: str = "") -> list[IPv4Network | IPv6Network]:
    """Return the networks (CIDR, separated by commas) that the environment names."""
    told = os.environ.get(name) or default
    try:
        return [ip_network(part) for part in told.replace(" ", "").split(",") if part]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} holds something that is no network: {error}. Write networks such as "
            "192.0.2.0/24, separated by commas."
        ) from error


DEBUG = False
SECRET_KEY = needed("SECRET_KEY", demo="for-the-demonstration-only-never-on-a-public-machine")
RECEIPT_PEPPER = needed("RECEIPT_PEPPER", demo="for-the-demonstration-only")
PUBLICATION_KEY = needed("PUBLICATION_KEY", demo="for-the-demonstration-only")
ALLOWED_HOSTS = needed("ALLOWED_HOSTS", demo="localhost,127.0.0.1").replace(" ", "").split(",")
ONION_ADDRESS = os.environ.get("ONION_ADDRESS", "")
if ONION_ADDRESS:
    ALLOWED_HOSTS.append(ONION_ADDRESS)

# Finished pages (contributions/baking/, probationblog/baked.py)

BAKING = os.environ.get("BAKING") != "0"
BAKED_ROOT = Path(os.environ.get("BAKED_ROOT") or DATA_DIR / "baked")
# Pages that need a whole address of the site's name this one.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS") or (
    "http://127.0.0.1:8000" if DEMO else f"https://{ALLOWED_HOSTS[0]}"
)
# What pages are made by: where one of these files is another one, all are baked anew.
BAKED_FROM = [
    BASE_DIR / name for name in ("contributions", "probationblog", "templates", "requirements.lock")
]

INSTALLED_APPS = [
    "moderation.apps.DeskAdminConfig",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "moderation",  # before auth: its changepassword keeps the desk open
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "crispy_forms",
    "tinymce",
    "contributions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "probationblog.headers.OnionIsPlain",
    "probationblog.headers.PolicyByArea",
    "probationblog.headers.PlainHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "moderation.middleware.SessionsEnd",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "contributions.middleware.DatabaseUnavailable",
    "moderation.middleware.DeskWithoutDatabase",
]
ROOT_URLCONF = "probationblog.urls"
WSGI_APPLICATION = "probationblog.wsgi.application"
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
                "contributions.context.blog",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["house"]
CRISPY_TEMPLATE_PACK = "house"
CRISPY_FAIL_SILENTLY = False

# Storage

if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.config(conn_health_checks=True)}
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
        "pool": {"min_size": 1, "max_size": 8, "timeout": 2},
        # Values travel apart from the statement, so the server's log of a failed statement
        # cannot hold anybody's words.
        "server_side_binding": True,
        # Whoever was shown a receipt can rely on it, however the server is set.
        "options": "-c synchronous_commit=on",
    }
else:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(DATA_DIR / "db.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": (
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                    "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; "
                    "PRAGMA temp_store = MEMORY;"
                ),
            },
            # Tests that race two writers need a real file.
            "TEST": {"NAME": str(DATA_DIR / "test.sqlite3")},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# In the demonstration whatever is approved goes out within two minutes: see moderation/schedule.py.
BATCH_EVERY_MINUTE = DEMO

# What a request may bring. A text of 40,000 characters is at most 480,000 bytes in a form; an
# over-long one still has to arrive, so that it can be given back. No file is ever accepted.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
FILE_UPLOAD_HANDLERS: list[str] = []

# Looks through what was sent when it is sealed: Words in, (weightiest level, flags) out.
SUBMISSION_TRIAGE = "moderation.triage.triage"

# Who comes how often (probationblog/throttle.py, contributions/stated_wait.py)

PROXIES = networks("PROXIES", "127.0.0.0/8,::1/128")
EMPLOYER_NETWORKS = networks("EMPLOYER_NETWORKS")
WORKERS = int(os.environ.get("WORKERS") or 1)
# In the demonstration all visitors are one machine, and some of them are tests.
LIMITS_TIMES = float(os.environ.get("LIMITS_TIMES") or (50 if DEMO else 1))

# Said at /.well-known/security.txt.
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "").strip()
if SECURITY_CONTACT and not re.fullmatch(r"(mailto:|https://)\S+", SECURITY_CONTACT):
    raise ImproperlyConfigured(
        "Write SECURITY_CONTACT as mailto:somebody@blog.example or as an https:// address."
    )

# People

SECOND_FACTOR = not DEMO
# What a member's app lists the secret as. It may be seen on a phone, so it names no site.
OTP_TOTP_ISSUER = "Desk"
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
DJANGOS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{DJANGOS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{DJANGOS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{DJANGOS}.CommonPasswordValidator"},
    {"NAME": f"{DJANGOS}.NumericPasswordValidator"},
    {"NAME": "moderation.sessions.PasswordChangeEndsSessions"},
]
# A password stored by the second is stored anew by the first when its member next signs in.
PASSWORD_HASHERS = [
    "moderation.hashers.DeskArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# What it costs to try one password on a stolen key: Argon2id's passes and bytes of memory.
MEMBER_KEY_PASSES, MEMBER_KEY_MEMORY = 3, 64 * 1024 * 1024
LOGIN_URL = "admin:login"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = "/admin/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "moderation.views.session_ended.session_ended"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Mail (moderation/daily_notice.py sends the only one there is)

EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 587)
EMAIL_USE_SSL, EMAIL_USE_TLS = EMAIL_PORT == 465, EMAIL_PORT == 587
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM") or f"desk@{ALLOWED_HOSTS[0]}"
_mail_leaves = EMAIL_HOST and not DEMO
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail_leaves else 'dummy'}.EmailBackend"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# Headers (probationblog/headers.py sends those that Django has no setting for)

SECURE_SSL_REDIRECT = not DEMO
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if DEMO else 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
# Views whose page carries a form answer `same-origin`: under `no-referrer` browsers post
# "Origin: null", and the origin check would refuse them.
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        # The icon stands in the page, so that it costs no request; no text can hold a picture.
        "img-src": [SELF, "data:"],
        # No script runs that could connect; what audits a page asks for robots.txt from within it.
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# The admin's own scripts.
ADMIN_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "script-src": [SELF],
    "font-src": [SELF],
}

TINYMCE_DEFAULT_CONFIG = {
    "language": "en_US",  # the only one it carries; the page's own language checks the spelling
    "height": 520,
    "width": "min(100%, 46rem)",
    "toolbar_mode": "wrap",
    "menubar": False,
    "resize": False,
    "branding": False,
    "promotion": False,
    "license_key": "gpl",
    "browser_spellcheck": True,
    "contextmenu": False,
    "convert_urls": False,
    "plugins": "autolink lists link code wordcount quotedarticle",
    "external_plugins": {"quotedarticle": f"{STATIC_URL}moderation/quoted_article.js"},
    "toolbar": (
        "undo redo | blocks | bold italic | bullist numlist blockquote hr | "
        "link quotedarticle | removeformat code"
    ),
    "formats": {"pull": {"block": "blockquote", "classes": "pull", "wrapper": True}},
    "block_formats": "Paragraph=p; Heading=h2; Small heading=h3; Pull quote=pull",
}

# No handler ever writes a message, a value or a request: see probationblog/discreet.py.
DEFAULT_EXCEPTION_REPORTER = "probationblog.discreet.Reporter"
ADMINS = [
    ("", address) for address in os.environ.get("ADMINS", "").replace(" ", "").split(",") if address
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "probationblog.discreet.Formatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "discreet"},
        "mail": {"class": "probationblog.discreet.Mail", "formatter": "discreet", "level": "ERROR"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console", "mail"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console", "mail"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}
