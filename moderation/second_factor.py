"""The second factor of a member: an app that makes codes, and recovery codes on paper.

The app's secret has to lie in the database as it is, to be calculated with. Of a recovery code
only a keyed hash is stored.
"""

import re
import secrets
import time
from base64 import b32encode

import segno
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from moderation import sessions

RECOVERY_CODES = 10
# Nothing that reads as something else on paper. Longer than an app's code, so never mistaken.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 8


def app_of(user):
    """Return the app of a member, or None before one is set up."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").last()


def recovery_codes_left(user):
    return StaticToken.objects.filter(device__user=user).count()


def accepting(user, code):
    """Return the device of `user` that accepts this code, or None.

    A code works once. After a failure even the right one is refused for a second, then for two,
    four and so on.
    """
    code = re.sub(r"[\s-]", "", code).lower()
    from_app = re.fullmatch(r"[0-9]{6}", code)
    model, token = (TOTPDevice, code) if from_app else (StaticDevice, _stored(code))
    with transaction.atomic():
        device = model.objects.select_for_update().filter(user=user, confirmed=True).last()
        return device if device and device.verify_token(token) else None


def spelt_out(key):
    """Return an app's secret as people type it: base32 in groups of four."""
    letters = b32encode(bytes.fromhex(key)).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def picture(user, key):
    """Return the picture that an app scans to take up a secret, as an address of its own."""
    address = TOTPDevice(user=user, key=key).config_url
    return segno.make(address, error="m", micro=False).svg_data_uri(
        scale=5, dark="#000000", light="#ffffff"
    )


@transaction.atomic
def set_up(user, key, code):
    """Make this secret the member's second factor if `code` comes of it.

    Returns new recovery codes, or None where the code is wrong. What was there before is void,
    and every session of the member ends.
    """
    app = TOTP(bytes.fromhex(key))
    app.time = time.time()
    code = re.sub(r"\s", "", code)
    if not re.fullmatch(r"[0-9]{6}", code) or not app.verify(int(code), tolerance=1):
        return None
    remove(user)
    TOTPDevice.objects.create(
        user=user, name="App", key=key, confirmed=True, drift=app.drift, last_t=app.t()
    )
    return new_recovery_codes(user)


@transaction.atomic
def new_recovery_codes(user):
    """Return ten new recovery codes, in two groups of four; those from before are void."""
    codes = [
        "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(RECOVERY_CODES)
    ]
    paper, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": "Recovery codes"})
    paper.token_set.all().delete()
    StaticToken.objects.bulk_create(
        StaticToken(device=paper, token=_stored(code)) for code in codes
    )
    return [f"{code[:4]}-{code[4:]}" for code in codes]


@transaction.atomic
def remove(user):
    """Take a member's second factor away and end every session; the next sign-in sets it up."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    sessions.end_all(user)


def _stored(code):
    return salted_hmac("moderation.second_factor", code, algorithm="sha256").hexdigest()[:16]
