"""`clairscore drift --rules evidently` against Evidently itself, column by column.

Both read the same two CSV files. Of every column, the test that was chosen, its score and its
verdict must be equal, or the difference must have one of the reasons of REASONS, each of which is
checked on the column and never assumed.
"""

import json
import math
import subprocess
import tempfile
import warnings
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import evidently
import numpy as np
import pandas as pd
import scipy
from evidently import DataDefinition, Dataset, Report
from evidently.presets import DataDriftPreset

from common import REPO_ROOT, CheckError, argument_parser, run

NOT_COMPARED = ["SK_ID_CURR", "TARGET"]

# Evidently's name of a test, and ours. Its text classifier has no equivalent.
MEASURES = {
    "K-S p_value": "KS_P",
    "chi-square p_value": "CHI_SQUARE_P",
    "Z-test p_value": "Z_P",
    "Wasserstein distance (normed)": "WASSERSTEIN",
    "Jensen-Shannon distance": "JENSEN_SHANNON",
}
TEXT = "Absolute text content drift"

REASONS = {
    "notation": "whole numbers written with a decimal point are floats for pandas and integers for our schema; "
                "shown them as integers, Evidently says what we say",
    "text": "more than half of the values distinct: Evidently trains a classifier of texts, we give no verdict",
    "empty": "a side without values: Evidently fails, we give no verdict",
}


class Verdict(NamedTuple):
    """What one side says of a column: its test (None without one), the score, whether it calls it drift."""

    test: str | None
    score: float
    drifted: bool


def main():
    options = parse()
    reference, current = read(options.reference), read(options.current)
    with tempfile.TemporaryDirectory(prefix="clairscore-evidently.") as folder:
        places = [options.reference, options.current]
        if options.rows:
            reference, current = (rows(frame, options) for frame in (reference, current))
            places = [write(reference, folder, "reference"), write(current, folder, "current")]
        ours = our_rows(*places, Path(folder), options.clairscore)
    names = [name for name in reference if name in current and name not in NOT_COMPARED]
    print(f"evidently {evidently.__version__}, numpy {np.__version__}, pandas {pd.__version__}, "
          f"scipy {scipy.__version__}")
    print(f"{len(names)} columns, {len(reference):,} reference rows, {len(current):,} current rows")
    return compare(ours, reference[names], current[names], options.tolerance)


def parse():
    parser = argument_parser(__doc__.splitlines()[0])
    parser.add_argument("--reference", required=True, type=Path, help="CSV or CSV.GZ file of applications")
    parser.add_argument("--current", required=True, type=Path, help="the same, of other clients")
    parser.add_argument("--rows", type=int, help="takes so many rows of each, by --seed")
    parser.add_argument("--seed", type=int, default=0, help="which rows are taken")
    parser.add_argument("--tolerance", type=float, default=1e-6, help="largest accepted difference of a score")
    parser.add_argument("--clairscore", type=Path, default=REPO_ROOT / "scripts" / "clairscore",
                        help="our command")
    return parser.parse_args()


def read(place):
    if not place.is_file():
        raise CheckError(f"no file {place}", "wrong path", "pass application_train.csv.gz and another")
    return pd.read_csv(place)


def rows(frame, options):
    if len(frame) < options.rows:
        raise CheckError(f"{options.rows} rows cannot be drawn", f"there are {len(frame)}", "pass fewer --rows")
    return frame.sample(options.rows, random_state=options.seed).reset_index(drop=True)


def write(frame, folder, name):
    """A CSV file of these rows; a number becomes the shortest text that means it exactly."""
    place = Path(folder) / f"{name}.csv"
    frame.to_csv(place, index=False)
    return place


def our_rows(reference, current, folder, clairscore):
    """Our verdicts by column."""
    command = [str(clairscore), "drift", "--reference", str(reference.resolve()), "--current", str(current.resolve()),
               "--rules", "evidently", "--workspace", str(folder / "work"), "--out", str(folder / "out"),
               "--date", "2026-01-01", "--language", "en"]
    finished = subprocess.run(command, capture_output=True, text=True)
    if finished.returncode not in (0, 4):
        raise CheckError(f"clairscore drift ended with {finished.returncode}", finished.stderr[-2000:],
                         "run it alone: " + " ".join(command))
    report = json.loads((folder / "out" / "2026-01-01.json").read_text())
    return {row["name"]: our_verdict(*row["measured"]["evidently"]) for row in report["rows"]}


def our_verdict(rule, measure, score, _, drifted):
    return Verdict(None if rule == "NONE" else measure, math.nan if score is None else float(score), drifted)


def evidently_verdicts(reference, current):
    """Evidently's verdict by column; none for columns on which it fails, and which it is not shown."""
    shown = [name for name in reference if has_value(reference[name]) and has_value(current[name])]
    frames = [Dataset.from_pandas(frame[shown], data_definition=DataDefinition()) for frame in (current, reference)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = Report([DataDriftPreset()], include_tests=True).run(*frames).dict()
    drifted = {test["metric_config"]["params"].get("column"): test["status"] == "FAIL" for test in result["tests"]}
    configured = [(metric["config"], metric["value"]) for metric in result["metrics"]]
    return {config["column"]: Verdict(config["method"], float(value), drifted[config["column"]])
            for config, value in configured if "column" in config}


def has_value(column):
    """Whether a column has a value that Evidently does not drop."""
    return column.replace([np.inf, -np.inf], np.nan).notna().any()


def compare(ours, reference, current, tolerance):
    """Prints tests, differences and reasons; the exit code."""
    theirs = evidently_verdicts(reference, current)
    equal, reasons, different = {}, {}, {}
    for name in reference:
        mine, their = ours[name], theirs.get(name)
        if agree(mine, their, tolerance):
            equal[name] = their
        elif reason := silence(mine, their):
            reasons[name] = reason
        else:
            different[name] = their
    whole = [name for name in different if is_whole_floats(reference[name]) and is_whole_floats(current[name])]
    if whole:
        again = evidently_verdicts(reference[whole].astype(int), current[whole].astype(int))
        reasons |= {name: "notation" for name in whole if agree(ours[name], again[name], tolerance)}
    different = {name: their for name, their in different.items() if name not in reasons}
    tell(ours, equal, reasons, different)
    return 1 if different or not equal else 0


def agree(mine, their, tolerance):
    """Whether test, score and verdict are the same."""
    return (their is not None and MEASURES.get(their.test) == mine.test and their.drifted == mine.drifted
            and abs(mine.score - their.score) <= tolerance)


def silence(mine, their):
    """The reason for which we say nothing of a column, None if there is none."""
    if mine.test is not None:
        return None
    if their is None:
        return "empty"
    return "text" if their.test.startswith(TEXT) else None


def is_whole_floats(column):
    """Whether a column holds floats only because of how they are written."""
    return column.dtype.kind == "f" and np.isfinite(column).all() and (column == column.round()).all()


def tell(ours, equal, reasons, different):
    for test, count in sorted(Counter(their.test for their in equal.values()).items()):
        print(f"equal: {count:3} columns by {test}")
    for name, reason in reasons.items():
        print(f"explained: {name}: {REASONS[reason]}")
    for name, their in different.items():
        print(f"DIFFERENT {name}: ours {ours[name]}, Evidently {their}")
    largest = max((abs(ours[name].score - their.score) for name, their in equal.items()), default=math.nan)
    drifted = sum(their.drifted for their in equal.values())
    print(f"{len(equal)} equal ({drifted} of them drifted on both sides), largest difference of a score "
          f"{largest:.1e}; {len(reasons)} explained; {len(different)} different")


if __name__ == "__main__":
    run(main)
