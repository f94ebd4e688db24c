"""Accounts and tokens for the checks, made by the program's own commands."""

import re

ROLES = ("ADVISOR", "REVIEWER", "ADMINISTRATOR", "MONITOR")


def token(service, role, name=None):
    """A bearer token of a new program's account of that role; none for NONE (nobody) and LOCAL (no login asked for)."""
    if role in ("NONE", "LOCAL"):
        return None
    name = name or f"check-{role.lower()}"
    command(service, "accounts", "create", name, "--roles", role, "--program")
    said = command(service, "tokens", "create", "--account", name, "--name", "check")
    return re.search(r"\S{40,}", said).group()


def command(service, *arguments):
    code, said = service.tool(*arguments)
    if code != 0:
        raise RuntimeError(f"{' '.join(arguments)} ended with {code}: {said}")
    return said
