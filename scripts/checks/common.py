"""What the check scripts share: errors, the golden feature list, table files, measurements."""

import argparse
import csv
import gzip
import json
import resource
import sys
import time
from pathlib import Path

REPO_ROOT = Path(__file__).resolve().parents[2]
DEFAULT_FAMILIES = REPO_ROOT / "features" / "src" / "test" / "resources" / "feature_families.json"

APPLICATION_TABLES = ("application_train", "application_test")
HISTORY_TABLES = ("bureau", "bureau_balance", "previous_application", "POS_CASH_balance",
                  "installments_payments", "credit_card_balance")


class CheckError(Exception):
    """A failure to report to the user as problem, cause and remedy."""

    def __init__(self, problem, cause, remedy):
        super().__init__(f"problem: {problem}\n  cause: {cause}\n remedy: {remedy}")


def run(main):
    """Runs `main`, printing a CheckError without a stack trace. Exit codes: 0, 1 check failed, 2 usage."""
    try:
        sys.exit(main())
    except CheckError as error:
        print(error, file=sys.stderr)
        sys.exit(2)


def argument_parser(description):
    """An argument parser that shows defaults in --help."""
    return argparse.ArgumentParser(description=description,
                                   formatter_class=argparse.ArgumentDefaultsHelpFormatter)


class Stopwatch:
    """Prints wall and processor seconds of each named stage and, at the end, the total and the
    peak memory. On a busy machine the processor seconds are the ones to compare."""

    def __init__(self, name):
        self.name = name
        self.start = self.last = time.perf_counter()
        self.last_cpu = time.process_time()

    def lap(self, stage):
        now, cpu = time.perf_counter(), time.process_time()
        print(f"  {stage:<24} {now - self.last:8.2f} s  {cpu - self.last_cpu:8.2f} s cpu", flush=True)
        self.last, self.last_cpu = now, cpu

    def finish(self):
        seconds = time.perf_counter() - self.start
        peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{self.name}: wall {seconds:.2f} s, cpu {time.process_time():.2f} s, "
              f"peak RSS {peak_mib:,.0f} MiB")


def golden_families(path):
    """The core families of the golden file, in its order."""
    path = Path(path)
    if not path.is_file():
        raise CheckError(f"no golden feature file at {path}", "wrong path, or a partial checkout",
                         "pass --families <feature_families.json>")
    document = json.loads(path.read_text())
    families = [family for family in document["families"] if family["tier"] == "core"]
    names = [name for family in families for name in family["features"]]
    expected = document["counts"]["core"]
    if len(names) != expected or len(set(names)) != expected:
        raise CheckError(f"{path} lists {len(names)} core features, {len(set(names))} distinct",
                         f"its own count says {expected}", "restore the golden file")
    return families


def golden_names(path):
    """The 741 core feature names in golden order."""
    return [name for family in golden_families(path) for name in family["features"]]


def table_file(folder, table):
    """The file (or folder of Parquet parts) that holds `table`, or None when there is none."""
    folder = Path(folder)
    if not folder.is_dir():
        raise CheckError(f"{folder} is not a folder", "wrong --data path",
                         "pass the folder with application_train.csv(.gz) or .parquet")
    for suffix in (".parquet", ".csv", ".csv.gz", ""):
        candidate = folder / (table + suffix)
        if not candidate.exists() or (suffix == "" and not candidate.is_dir()):
            continue
        if (candidate / "_delta_log").exists():
            raise CheckError(f"{candidate} is a Delta table", "its raw files may be stale",
                             "export a snapshot to plain Parquet or CSV first")
        return candidate
    return None


def application_files(folder):
    """The application files present; at least one is needed, since they define the clients."""
    files = [file for table in APPLICATION_TABLES if (file := table_file(folder, table))]
    if not files:
        raise CheckError(f"no application table in {folder}",
                         "neither application_train nor application_test is there as CSV or Parquet",
                         "pass the folder in Kaggle layout")
    return files


def parquet_parts(path):
    """The Parquet files of a table given as one file or as a folder of parts."""
    return [path] if path.is_file() else sorted(path.rglob("*.parquet"))


def csv_header(path):
    """The column names of a CSV file, plain or gzip."""
    opened = gzip.open(path, "rt", newline="") if path.suffix == ".gz" else open(path, newline="")
    with opened as lines:
        return next(csv.reader(lines))
