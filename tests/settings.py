"""The site's own settings, made fast, with data of their own beside a running `make run`."""

import os
from pathlib import Path

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("DATA_DIR", str(Path(__file__).resolve().parent.parent / "var" / "test"))

from probationblog.settings import *  # noqa: F403
from probationblog.settings import DATABASES, STATIC_ROOT, STORAGES

if os.environ.get("DATABASE_URL"):
    # Not test_<name>, which the tests that start a server may use at the same time.
    DATABASES["default"]["TEST"] = {"NAME": f"unit_tests_of_{DATABASES['default']['NAME']}"}

MEMBER_KEY_PASSES, MEMBER_KEY_MEMORY = 1, 8 * 1024
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Tests of it turn it on.
BAKING = False
# WhiteNoise warns where its folder is missing, and warnings are errors here.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
