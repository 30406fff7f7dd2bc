"""The desk's private key, wrapped: for each member, and once for the printed recovery key.

Each member has a key pair whose private half only the member's password opens. The desk's private
key is sealed to the public halves, so that a member can be added, and the desk's key replaced,
without anybody's password but one's own.
"""

from django.conf import settings
from django.db import models


class MemberKey(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="member_key",
    )
    public_key = models.BinaryField(max_length=32)
    # The private half, under Argon2id of the password with this salt.
    salt = models.BinaryField(max_length=16)
    wrapped = models.BinaryField(max_length=72)
    # The desk's private key, sealed to the public half. None for whoever may not open the desk.
    desk_key = models.BinaryField(max_length=80, null=True)

    def __str__(self):
        return f"The key of {self.user}"


class RecoveryKey(models.Model):
    """The printed words open this one. At most one row."""

    public_key = models.BinaryField(max_length=32)
    desk_key = models.BinaryField(max_length=80)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_recovery_key")
        ]

    def __str__(self):
        return "The recovery key"
