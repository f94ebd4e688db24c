"""Compares every cell of a feature table with an oracle's. Two cells agree when
|a - b| <= 1e-6 * max(|a|, |b|) + 1e-9 * scale, or when both are null (NaN counts as null). The
scale is the largest input magnitude behind that client's cell (squared for a variance, times the
number of rows for a sum), as written by features_duckdb.py --scales; it is zero elsewhere."""

from pathlib import Path

import numpy as np
import pyarrow as pa

from common import DEFAULT_FAMILIES, CheckError, argument_parser, golden_names, run
from feature_table import CLIENT, FeatureTable
CHUNK = 64   # columns compared at a time, to bound memory


def compare_clients(ours, oracle, shown=5):
    """Prints clients that only one side has; true when the sets are equal."""
    only_ours = np.setdiff1d(ours.clients, oracle.clients)
    only_oracle = np.setdiff1d(oracle.clients, ours.clients)
    print(f"clients: {len(ours.clients):,} in {ours.label}, {len(oracle.clients):,} in "
          f"{oracle.label}, {len(only_ours):,} only in the first, {len(only_oracle):,} only in "
          "the second")
    for label, extra in (("first", only_ours), ("second", only_oracle)):
        if len(extra):
            print(f"  only in the {label}: {', '.join(map(str, extra[:shown]))}"
                  + (" ..." if len(extra) > shown else ""))
    return not len(only_ours) and not len(only_oracle)


def compare_names(ours, names):
    """Prints missing, unexpected and wrongly typed columns; true when there is none."""
    present = [name for name in ours.types if name not in (CLIENT, "TARGET")]
    missing = [name for name in names if name not in ours.types]
    extra = sorted(set(present) - set(names))
    typed = [name for name in present if not pa.types.is_floating(ours.types[name])]
    for label, found in (("missing", missing), ("unexpected", extra), ("not float", typed)):
        if found:
            print(f"{label} columns ({len(found)}): {', '.join(found[:10])}")
    if not missing and present != names:
        print("the columns are complete but not in golden order")
    return not missing and not extra and not typed


class Tally:
    """Counts over all cells compared so far, and the differences found."""

    def __init__(self):
        self.cells = self.nulls = self.same_float = self.wrong = 0
        self.failures = []
        self.worst_allowed = 0.0

    def add(self, name, clients, a, b, scale):
        null_a, null_b = np.isnan(a), np.isnan(b)
        with np.errstate(invalid="ignore"):
            allowed = 1e-6 * np.maximum(np.abs(a), np.abs(b)) + 1e-9 * scale
            difference = np.abs(a - b)
            difference[a == b] = 0.0   # equal infinities
            infinite = np.isinf(a) | np.isinf(b)   # would make the tolerance infinite
            wrong = (null_a != null_b) | (~null_a & ~null_b & ~(difference <= allowed)) | (
                infinite & (difference != 0))
            used = np.where(difference == 0, 0.0, difference / allowed)
        self.cells += len(a)
        self.nulls += int((null_a & null_b).sum())
        self.same_float += int((a.astype(np.float32) == b.astype(np.float32)).sum())
        self.wrong += int(wrong.sum())
        both = ~wrong & ~null_a & ~infinite
        if both.any():
            self.worst_allowed = max(self.worst_allowed, float(used[both].max()))
        if wrong.any():
            numbers = np.where(wrong & ~(null_a | null_b), difference, -1.0)
            at = int(np.argmax(numbers)) if numbers.max() >= 0 else int(np.argmax(wrong))
            self.failures.append((name, int(wrong.sum()), int((null_a != null_b).sum()),
                                  clients[at], a[at], b[at]))

    def report(self, features):
        print(f"cells: {self.cells:,} compared ({features} features), {self.nulls:,} null on both "
              f"sides, {self.same_float:,} identical as float, "
              f"largest accepted difference {self.worst_allowed:.3f} of the tolerance")
        if not self.failures:
            print("no difference")
            return
        print(f"{self.wrong:,} cells differ, in {len(self.failures)} features (worst cell of each):")
        for name, wrong, nulls, client, a, b in sorted(self.failures, key=lambda row: -row[1]):
            print(f"  {name:<62} {wrong:>8,} cells ({nulls:,} null on one side)  client {client}: "
                  f"{a:.9g} against {b:.9g}")


def default_scales(oracle):
    """The scale file that belongs to an oracle file by convention, if it is there."""
    oracle = Path(oracle)
    path = oracle.with_name(oracle.stem + ".scales.parquet")
    return path if path.exists() else None


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--ours", required=True, help="Delta feature table or Parquet file")
    parser.add_argument("--oracle", required=True, help="Parquet file of an oracle script")
    parser.add_argument("--scales", help="Parquet file of features_duckdb.py --scales; without it "
                        "<oracle stem>.scales.parquet, or a purely relative comparison")
    parser.add_argument("--families", default=DEFAULT_FAMILIES, help="golden feature_families.json")
    options = parser.parse_args()
    names = golden_names(options.families)
    ours, oracle = FeatureTable(options.ours, "ours"), FeatureTable(options.oracle, "oracle")
    scales_path = options.scales or default_scales(options.oracle)
    scales = FeatureTable(scales_path, "scales") if scales_path else None
    if scales is None:
        print("no scale file: comparing by relative difference only")
    elif len(np.setdiff1d(oracle.clients, scales.clients)):
        raise CheckError(f"{scales_path} lacks clients of the oracle", "made from other data",
                         "run features_duckdb.py --scales on the same data")

    same_clients = compare_clients(ours, oracle)
    same_names = compare_names(ours, names)
    clients = np.intersect1d(ours.clients, oracle.clients)
    rows = [np.searchsorted(side.clients, clients) if side else None
            for side in (ours, oracle, scales)]
    compared = [name for name in names if name in ours.types]
    tally = Tally()
    for start in range(0, len(compared), CHUNK):
        chunk = compared[start:start + CHUNK]
        a, b = ours.read(chunk)[rows[0]], oracle.read(chunk)[rows[1]]
        scaled = [name for name in chunk if scales and name in scales.types]
        scale = np.zeros_like(a)
        if scaled:
            scale[:, [chunk.index(name) for name in scaled]] = np.nan_to_num(
                scales.read(scaled)[rows[2]])
        for column, name in enumerate(chunk):
            tally.add(name, clients, a[:, column], b[:, column], scale[:, column])
    tally.report(len(compared))
    return 0 if same_clients and same_names and not tally.failures and len(clients) else 1


if __name__ == "__main__":
    run(main)
