"""What our rules and Evidently's say of each column of a drift report, as a Markdown table.

Evidently's side is the one of the report; `evidently_parity.py` compares it with Evidently itself.
No row of the data is read: a report holds counts and scores only.
"""

import json
from pathlib import Path

from common import CheckError, argument_parser, run

SILENT = ("STABLE", "NOT_COMPUTED", "INCONCLUSIVE")
ORDER = ["STRONG", "MODERATE", "SLIGHT", "STABLE", "INCONCLUSIVE", "NOT_COMPUTED"]
# Our names of measures in words.
WORDS = {"PSI": "PSI", "WASSERSTEIN": "Wasserstein", "JENSEN_SHANNON": "Jensen-Shannon", "MISSING": "missing",
         "SENTINELS": "special values", "NEW_CATEGORIES": "new categories", "LOST_CATEGORIES": "lost categories",
         "INFINITE": "infinite", "KS_P": "KS p", "CHI_SQUARE_P": "chi-square p", "Z_P": "z p"}


def main():
    parser = argument_parser(__doc__.splitlines()[0])
    parser.add_argument("report", type=Path, help="<date>.json of clairscore drift, by our own rules")
    report = read(parser.parse_args().report)
    rows = sorted(report["rows"], key=lambda row: (ORDER.index(row["severity"]), -ratio(row), row["name"]))
    told = [row for row in rows if row["severity"] not in SILENT or row["measured"]["evidently"][4]]
    print("| column | ours | decided by | missing, reference to current | Evidently | its score |")
    print("|---|---|---|---|---|---|")
    for row in told:
        print("| " + " | ".join(cells(row)) + " |")
    verdict = report["verdict"]
    print(f"\nBoth call the other {len(rows) - len(told)} columns stable. Drifted by our rules: {verdict['drifted']} of "
          f"{verdict['compared']}, {'an' if verdict['alarm'] else 'no'} alarm; by Evidently's: "
          f"{verdict['evidentlyDrifted']}, {'an' if verdict['evidentlyShare'] >= 0.5 else 'no'} alarm "
          f"(it needs half of the columns).")
    return 0


def read(place):
    try:
        report = json.loads(place.read_text())
        if report["policy"]["rules"] == "CLAIRSCORE" and report["rows"]:
            return report
        problem = "it has no rows, or its verdicts follow Evidently's rules"
    except (OSError, ValueError, KeyError, TypeError) as error:
        problem = f"{type(error).__name__}: {error}"
    raise CheckError(f"{place} cannot be read", problem, "pass a report of clairscore drift without --rules")


def ratio(row):
    """How far the decisive check is above its moderate limit."""
    check = decisive(row)
    return check[1] / check[2][0] if check and isinstance(check[1], (int, float)) else 0.0


def decisive(row):
    """The most severe check, then the one farthest above its limit: measure, score, limits, p, q, severity."""
    checks = [check for check in row["measured"]["checks"] if isinstance(check[1], (int, float))]
    return min(checks, key=lambda check: (ORDER.index(check[5]), -check[1] / check[2][0]), default=None)


def cells(row):
    measured, check = row["measured"], decisive(row)
    _, measure, score, _, drifted = measured["evidently"]
    sides = [measured[side] for side in ("reference", "current")]
    missing = " to ".join(f"{100 * side['missing'] / max(1, side['rows']):.1f} %" for side in sides)
    decided = f"{WORDS.get(check[0], check[0])} {check[1]:.3f}" if check else ""
    said = "no test" if score is None else f"{WORDS.get(measure, measure)} {score:.3f}"
    return (f"`{row['name']}`", row["severity"].lower().replace("_", " "), decided, missing,
            "drift" if drifted else "no drift", said)


if __name__ == "__main__":
    run(main)
