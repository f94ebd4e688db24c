"""Accounts and tokens for the checks, made by the program's own commands."""

import re

ROLES = ("ADVISOR", "REVIEWER", "ADMINISTRATOR", "MONITOR")


def token(service, role, name=None):
    """A bearer token of a new account of that role: `NONE` for nobody, `LOCAL` where no login is asked for."""
    if role in ("NONE", "LOCAL"):
        return None
    name = name or f"check-{role.lower()}"
    said = command(service, "accounts", "create", name, "--roles", role, "--program")
    found = re.search(r"^(?:token[: ]+)?([A-Za-z0-9_-]{40,})$", said, re.MULTILINE)
    if not found:
        said = command(service, "tokens", "create", name)
        found = re.search(r"([A-Za-z0-9_-]{40,})", said)
    return found.group(1)


def command(service, *arguments):
    code, said = service.tool(*arguments)
    if code != 0:
        raise RuntimeError(f"{' '.join(arguments)} ended with {code}: {said}")
    return said
