"""Prints what the ranges of counterfactuals rest on (Levers.java): how cash and revolving loans
relate credit, price, instalment and income, and which papers come with them. Aggregates only."""

import csv
import gzip
from pathlib import Path

from common import CheckError, argument_parser, run

MAIN_PAPERS = (3, 5, 6, 8, 9, 11)
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


def papers(row):
    return [i for i in range(2, 22) if row[f"FLAG_DOCUMENT_{i}"] == "1"]


def describe(kind, rows):
    print(f"{kind}: {len(rows)}")
    print("  quantile".ljust(24) + "".join(f"{q:>9}" for q in QUANTILES))
    for label, above, below in RATIOS:
        print(f"  {label}".ljust(24) + "".join(f"{q:9.3f}" for q in quantiles(rows, above, below)))
    for count in range(3):
        main = share(rows, lambda row: sum(i in MAIN_PAPERS for i in papers(row)) == count)
        print(f"  with {count} main papers: {main:.4f}")
    shares = {i: round(share(rows, lambda row: i in papers(row)), 4) for i in range(2, 22)}
    print(f"  with paper: {shares}")
    employed = [row for row in rows if row["FLAG_EMP_PHONE"] == "1"]
    idle = [row for row in rows if row["FLAG_EMP_PHONE"] == "0"]
    print(f"  with work phone: {share(employed, lambda row: row['FLAG_WORK_PHONE'] == '1'):.4f} of those "
          f"with an employer's, {share(idle, lambda row: row['FLAG_WORK_PHONE'] == '1'):.4f} of others")
    sixth = [row for row in rows if 6 in papers(row)]
    print(f"  without employer's phone among those with paper 6: "
          f"{share(sixth, lambda row: row['FLAG_EMP_PHONE'] == '0'):.4f}")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--data", required=True, help="folder with application_train.csv or .csv.gz")
    rows = applications(parser.parse_args().data)
    for kind in ("Cash loans", "Revolving loans"):
        describe(kind, [row for row in rows if row["NAME_CONTRACT_TYPE"] == kind])
    print(f"prices in steps of 4500: {share(rows, lambda r: float(r['AMT_GOODS_PRICE'] or 0) % 4500 == 0):.4f}")


if __name__ == "__main__":
    run(main)
