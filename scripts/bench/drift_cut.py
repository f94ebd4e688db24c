"""Cuts a Delta table of features into two populations of half of so many rows and columns."""

import argparse
from pathlib import Path

from deltalake import DeltaTable, write_deltalake

CLIENT = "SK_ID_CURR"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True, type=Path, help="Delta table of features")
    parser.add_argument("--share", required=True, type=float, help="share of its rows, of both populations together")
    parser.add_argument("--columns", type=float, default=1.0, help="share of its features")
    parser.add_argument("--out", required=True, type=Path, help="new folder, of reference and current")
    options = parser.parse_args()
    table = DeltaTable(str(options.table))
    names = [field.name for field in table.schema().fields if field.name not in (CLIENT, "TARGET")]
    # Spread over the catalogue: its families differ in how many values and gaps they have.
    names = names[::round(1 / options.columns)]
    rows = table.to_pyarrow_table(columns=[CLIENT, *names])
    half = int(rows.num_rows * options.share / 2)
    for population, first in (("reference", 0), ("current", half)):
        write_deltalake(str(options.out / population), rows.slice(first, half))
    print(f"{half:,} + {half:,} rows of {len(names)} features")


if __name__ == "__main__":
    main()
