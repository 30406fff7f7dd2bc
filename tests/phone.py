"""A member's phone with an app that makes codes."""

import time
from base64 import b32decode

from django_otp.oath import TOTP


class Phone:
    """Makes codes of one secret: as letters in groups, the way the site shows it, or as hex."""

    def __init__(self, secret):
        if len(secret) == 40:
            self.key = bytes.fromhex(secret)
        else:
            self.key = b32decode(secret.replace(" ", ""))

    def code(self, later=0):
        """Return the code of this half minute, or of so many half minutes later."""
        app = TOTP(self.key)
        app.time = time.time() + 30 * later
        return f"{app.token():06}"

    def wrong_code(self):
        """Return one that is not right now, nor shortly before or after."""
        near = {self.code(later) for later in range(-3, 4)}
        return next(
            code
            for code in ("111111", "222222", *map(str, range(333333, 333340)))
            if code not in near
        )
