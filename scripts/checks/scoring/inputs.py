"""No reason of any client names an input that may not decide, and no bundle of the profile fair reads one.

Looks at every row of the table `scores` of a workspace and at the bundle that made it, against the uses of the
features as `scripts/clairscore dictionary --out FOLDER` writes them. Score all clients before (score --all).
Exit code 1 if a reason or an input is barred."""

import json
from collections import Counter
from pathlib import Path

from common import CheckError, argument_parser, run


def uses(dictionary):
    """What may be done with each feature."""
    path = Path(dictionary)
    if not path.is_file():
        raise CheckError(f"no dictionary at {path}", "it was not written",
                         "scripts/clairscore dictionary --out FOLDER, then --dictionary FOLDER/dictionary.json")
    return {feature["name"]: feature["use"] for feature in json.loads(path.read_text())["features"]}


def scores(workspace):
    """Run that trained the model and reasons, of each scored client and date."""
    from deltalake import DeltaTable
    table = Path(workspace) / "tables/scores"
    if not table.is_dir():
        raise CheckError(f"{table} does not exist", "nobody was scored", "scripts/clairscore score --all")
    return DeltaTable(str(table)).to_pyarrow_dataset().to_table(columns=["bundle", "reasons"]).to_pylist()


def barred_reasons(rows, use):
    """How often a feature that may not decide stands for a reason, by feature."""
    return Counter(reason["feature"] for row in rows for reason in row["reasons"] or ()
                   if use.get(reason["feature"]) != "decides")


def barred_inputs(folder, use):
    """Inputs of a bundle that may not decide, and the profile it says it is of."""
    manifest = json.loads((Path(folder) / "bundle.json").read_text())
    return [name for name in manifest["features"] if use.get(name) != "decides"], manifest.get("profile", "full")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--workspace", required=True, help="workspace with scored clients")
    parser.add_argument("--dictionary", required=True, help="dictionary.json of the program that scored")
    arguments = parser.parse_args()
    use = uses(arguments.dictionary)
    rows = scores(arguments.workspace)
    failed = False
    for name in sorted({row["bundle"] for row in rows}):
        own = [row for row in rows if row["bundle"] == name]
        inputs, profile = barred_inputs(Path(arguments.workspace) / "models" / name, use)
        reasons = barred_reasons(own, use)
        print(f"model {name} ({profile}): {len(own):,} scored clients, "
              f"{sum(len(row['reasons'] or ()) for row in own):,} reasons, "
              f"{sum(reasons.values()):,} of them barred; {len(inputs)} inputs barred")
        for feature, times in reasons.most_common(5):
            print(f"  {feature} ({use.get(feature, 'unknown')}): {times:,}")
        failed |= bool(reasons) or profile == "fair" and bool(inputs)
    return 1 if failed else 0


if __name__ == "__main__":
    run(main)
