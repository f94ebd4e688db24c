"""Looks for acknowledged predictions in the service's store, and has the program verify its chain."""

import re
import sqlite3
import subprocess


def stored_requests(url, psql=None):
    """The request ids of every prediction in a store of SQLite, or of PostgreSQL through its psql command line."""
    query = "select request_id from prediction_events"
    if url.startswith("jdbc:sqlite:"):
        with sqlite3.connect(f"file:{url.removeprefix('jdbc:sqlite:')}?mode=ro", uri=True) as rows:
            return {row[0] for row in rows.execute(query)}
    done = subprocess.run([*psql, "-At", "-c", query], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def verify(service):
    """Has the program verify the chain of events; what it said, and whether it holds."""
    code, said = service.tool("events", "verify")
    return code == 0, said.strip()


def missing(acknowledged, url, psql=None):
    """Acknowledged predictions that the store does not hold."""
    return set(acknowledged) - stored_requests(url, psql)


def count(text):
    """The first number in what a command said."""
    found = re.search(r"\d[\d,]*", text)
    return int(found.group().replace(",", "")) if found else None
