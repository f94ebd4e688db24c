"""Cuts a Delta table of features into two populations of half of so many rows and columns."""

import argparse
from pathlib import Path

import numpy as np
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

CLIENT = "SK_ID_CURR"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True, type=Path, help="Delta table of features")
    parser.add_argument("--share", required=True, type=float, help="share of its rows, of both populations together")
    parser.add_argument("--columns", type=float, default=1.0, help="share of its features")
    parser.add_argument("--repeat", type=int, default=1, help="takes each row so often, all numbers moved a little")
    parser.add_argument("--out", required=True, type=Path, help="new folder, of reference and current")
    options = parser.parse_args()
    table = DeltaTable(str(options.table))
    names = [field.name for field in table.schema().fields if field.name not in (CLIENT, "TARGET")]
    # Spread over the catalogue: its families differ in how many values and gaps they have.
    names = names[::round(1 / options.columns)]
    rows = table.to_pyarrow_table(columns=[CLIENT, *names])
    if options.repeat > 1:
        rows = repeated(rows, options.repeat)
    half = int(rows.num_rows * options.share / 2)
    for population, first in (("reference", 0), ("current", half)):
        write_deltalake(str(options.out / population), rows.slice(first, half))
    print(f"{half:,} + {half:,} rows of {len(names)} features")


def repeated(rows, times):
    """The rows and copies of them whose numbers are up to a thousandth larger, so that distinct values multiply too."""
    random = np.random.default_rng(0)
    copies = [rows]
    for _ in range(times - 1):
        moved = 1 + random.random(rows.num_rows) / 1000
        cells = [column.to_numpy() if name == CLIENT else column.to_numpy() * moved
                 for name, column in zip(rows.column_names, rows.columns)]
        copies.append(pa.table([pa.array(column, from_pandas=True).cast(field.type)
                                for column, field in zip(cells, rows.schema)], schema=rows.schema))
    return pa.concat_tables(copies)


if __name__ == "__main__":
    main()
