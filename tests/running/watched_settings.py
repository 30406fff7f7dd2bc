"""The site's own settings for a site that is searched afterwards: its mail goes into files."""

from probationblog.settings import *  # noqa: F403
from probationblog.settings import DATA_DIR, MIDDLEWARE

ADMINS = [("", "admin@blog.example")]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
# The mail about a request that made the site fail is what this is about.
MIDDLEWARE = [*MIDDLEWARE, "tests.running.failing.FailOnRequest"]
