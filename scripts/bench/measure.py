"""Runs a command and appends its wall time, processor time and peak memory to a table.

The figures are the operating system's own of the finished process and its children; peak memory
is that of the largest single process.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HEADER = "what\twall s\tprocessor s\tpeak memory MiB\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", required=True, type=Path, help="table to append to (TSV)")
    parser.add_argument("--name", required=True, help="what is measured")
    parser.add_argument("--accept", type=int, default=0, help="another exit status that is no failure")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()

    start = time.monotonic()
    process = subprocess.Popen(options.command)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, options.accept):
        sys.exit(f"{options.name} ended with status {code}: not measured")
    if not options.into.exists():
        options.into.write_text(HEADER)
    with options.into.open("a") as table:
        table.write(
            f"{options.name}\t{wall:.1f}\t{usage.ru_utime + usage.ru_stime:.1f}"
            f"\t{usage.ru_maxrss / 1024:,.0f}\n"
        )


if __name__ == "__main__":
    main()
