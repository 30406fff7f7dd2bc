"""How passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class DeskArgon2(Argon2PasswordHasher):
    """Argon2id as slow as what the password itself protects: 64 MiB, three passes, one lane.

    The desk's key is wrapped at the same cost, so a stolen table of users is no shorter way to a
    password. Django's own figures (100 MiB, two passes, eight lanes) start eight threads.
    """

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 1
