"""Medians of a table of `measure.py`, and how many times the first of its names each other one takes."""

import csv
import statistics
import sys


def main():
    with open(sys.argv[1], newline="") as table:
        header, *lines = csv.reader(table, delimiter="\t")
    runs = {}
    for name, *figures in lines:
        runs.setdefault(name, []).append([float(figure.replace(",", "")) for figure in figures])
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}
    first, unit = next(iter(medians.items()))
    for name, figures in medians.items():
        print(f"median of {len(runs[name])}, {name}: "
              + ", ".join(f"{what} {figure:,.1f}" for what, figure in zip(header[1:], figures)))
        if name != first:
            print(f"  times {first}: "
                  + ", ".join(f"{what} {figure / base:.2f}" for what, figure, base in zip(header[1:], figures, unit)))


if __name__ == "__main__":
    main()
