"""Counts, says and judges: a check ends with 0 if nothing broke, else with 1."""

import argparse
import sys


class Verdict:
    """Conditions that must hold, each said with its figure."""

    def __init__(self, name):
        self.name, self.broken = name, []

    def must(self, holds, what):
        print(f"  {'ok    ' if holds else 'BROKEN'}  {what}", flush=True)
        if not holds:
            self.broken.append(what)

    def note(self, what):
        print(f"          {what}", flush=True)

    def end(self):
        if self.broken:
            print(f"{self.name}: BROKEN, {len(self.broken)} condition(s) do not hold")
            sys.exit(1)
        print(f"{self.name}: holds")
        sys.exit(0)


def parser(document):
    """A parser whose help is the script's own text."""
    made = argparse.ArgumentParser(description=document, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("workspace", help="a workspace with a published version (scripts/run makes one)")
    return made


def tally(counter):
    """A counter in one line."""
    return ", ".join(f"{key}: {value:,}" for key, value in sorted(counter.items(), key=lambda item: str(item[0])))
