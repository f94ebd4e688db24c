"""Figures expected from calibrated probabilities, beside those the outcomes had, on the hold-out.

Reads `predictions.csv` and `bundle.json` of a run (runs/<run>/evidence) and computes by plain loops
what the drift page estimates without labels: default rate, cost per client, recall, AUC. The model
did not learn from these clients, and neither did its calibration. Fails when an estimate lies
outside of 1.96 standard deviations of what chance in the outcomes leaves.
"""

import argparse
import csv
import json
import math
import sys
from pathlib import Path

WIDTH = 1.96


def figures(rows, weights, missed, lost):
    """Figures of clients of whom `weights` default: 0 or 1, or probabilities."""
    count = len(rows)
    defaults = sum(weights)
    cost = sum(lost * (1 - w) if row["decision"] == "1" else missed * w
               for row, w in zip(rows, weights))
    caught = sum(w for row, w in zip(rows, weights) if row["decision"] == "1")
    ordered = good = 0.0
    for margin, w in sorted((float(row["margin"]), w) for row, w in zip(rows, weights)):
        ordered += w * good
        good += 1 - w
    return {"default rate": defaults / count, "cost per client": cost / count,
            "recall": caught / defaults, "AUC": ordered / (defaults * (count - defaults))}


def spreads(rows, weights, expected, missed, lost):
    """Variances of what independent outcomes make of the figures."""
    count = len(rows)
    own = [w * (1 - w) for w in weights]
    refused = sum(s for row, s in zip(rows, own) if row["decision"] == "1")
    accepted = sum(own) - refused
    recall, auc = expected["recall"], expected["AUC"]
    bad = sum(weights)
    good = count - bad
    one = auc / (2 - auc) - auc ** 2
    other = 2 * auc ** 2 / (1 + auc) - auc ** 2
    return {"default rate": sum(own) / count ** 2,
            "cost per client": (missed ** 2 * accepted + lost ** 2 * refused) / count ** 2,
            "recall": ((1 - recall) ** 2 * refused + recall ** 2 * accepted) / bad ** 2,
            "AUC": (auc - auc ** 2 + (bad - 1) * one + (good - 1) * other) / (bad * good)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evidence", required=True, help="folder runs/<run>/evidence")
    folder = Path(parser.parse_args().evidence)
    try:
        costs = json.loads((folder / "bundle.json").read_text())["threshold"]
        with open(folder / "predictions.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["set"] == "holdout"]
    except (OSError, ValueError, KeyError) as error:
        print(f"The evidence cannot be read.\n  Cause: {error}\n  Remedy: name the evidence folder "
              "of a finished training.", file=sys.stderr)
        return 2
    missed, lost = costs["falseNegativeCost"], costs["falsePositiveCost"]
    probabilities = [float(row["probability"]) for row in rows]
    expected = figures(rows, probabilities, missed, lost)
    realised = figures(rows, [int(row["TARGET"]) for row in rows], missed, lost)
    variances = spreads(rows, probabilities, expected, missed, lost)
    print(f"{len(rows)} clients kept apart")
    failed = 0
    for name, figure in expected.items():
        bound = WIDTH * math.sqrt(variances[name])
        within = abs(figure - realised[name]) <= bound
        failed += not within
        print(f"{name:16} expected {figure:.4f} ± {bound:.4f}  realised {realised[name]:.4f}  "
              f"{'within chance' if within else 'BEYOND CHANCE'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
