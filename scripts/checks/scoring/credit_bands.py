"""Prints what the ranges of counterfactuals rest on (Levers.java): how cash and revolving loans
relate credit, price, instalment and income. Aggregates only."""

import csv
import gzip
from pathlib import Path

from common import CheckError, argument_parser, run

QUANTILES = (0, 0.001, 0.01, 0.05, 0.5, 0.95, 0.99, 0.999, 1)
RATIOS = (("credit / price", "AMT_CREDIT", "AMT_GOODS_PRICE"),
          ("credit / instalment", "AMT_CREDIT", "AMT_ANNUITY"),
          ("instalment / income", "AMT_ANNUITY", "AMT_INCOME_TOTAL"))


def applications(folder):
    """The labelled applications, row by row."""
    for name, opened in (("application_train.csv", open), ("application_train.csv.gz", gzip.open)):
        path = Path(folder) / name
        if path.is_file():
            with opened(path, "rt", newline="") as lines:
                return list(csv.DictReader(lines))
    raise CheckError(f"no application_train.csv in {folder}", "not a folder in Kaggle layout",
                     "pass --data FOLDER")


def quantiles(rows, above, below):
    """Quantiles of a ratio of two columns where both are known."""
    ratios = sorted(float(row[above]) / float(row[below]) for row in rows if row[above] and row[below])
    return [ratios[min(len(ratios) - 1, int(q * len(ratios)))] for q in QUANTILES]


def share(rows, holds):
    return sum(map(holds, rows)) / len(rows)


def describe(kind, rows):
    print(f"{kind}: {len(rows)}")
    print("  quantile".ljust(24) + "".join(f"{q:>9}" for q in QUANTILES))
    for label, above, below in RATIOS:
        print(f"  {label}".ljust(24) + "".join(f"{q:9.3f}" for q in quantiles(rows, above, below)))


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--data", required=True, help="folder with application_train.csv or .csv.gz")
    rows = applications(parser.parse_args().data)
    for kind in ("Cash loans", "Revolving loans"):
        describe(kind, [row for row in rows if row["NAME_CONTRACT_TYPE"] == kind])
    print(f"prices in steps of 4500: {share(rows, lambda r: float(r['AMT_GOODS_PRICE'] or 0) % 4500 == 0):.4f}")


if __name__ == "__main__":
    run(main)
