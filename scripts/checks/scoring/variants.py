"""Models of one data set side by side: what each input costs that may not decide, and what compactness costs.

Of every variant: inputs, trees, size of the bundle, time of one score and of many; AUC and cost out of fold
and of the hold-out, with paired 95 % bootstrap intervals of the difference to the first variant; the share of
accepted clients by sex and age. Then how well sex and age can be guessed from the inputs of each variant after
the first, and from some of them. A variant is NAME=FOLDER, FOLDER being the `runs/<run>/evidence` of a training; all of them
must have judged the same clients. Coverage and recourse are told by scripts/checks/scoring/reasons and recourse.
Prints aggregates only, as Markdown."""

import csv
import json
import time
from pathlib import Path

import numpy as np

from common import CheckError, argument_parser, run
from feature_table import FeatureTable

COST_OF_DEFAULT, COST_OF_REFUSAL = 10, 1
RESAMPLES = 1000
GUESSED, ROUNDS = 5_000, 40   # clients and trees of the models that guess sex and age
TIMED = 5000
FOLDS = 5
OLD = 45 * 365.25
WATCHED = ("DAYS_EMPLOYED", "EXT_SOURCE_1")
BANDS = ((0, 30, "below 30"), (30, 40, "30-39"), (40, 50, "40-49"), (50, 60, "50-59"), (60, 200, "60 and more"))


class Variant:
    """A trained model, as its evidence tells it."""

    def __init__(self, argument):
        self.name, _, folder = argument.partition("=")
        self.folder = Path(folder)
        if not (self.folder / "predictions.csv").is_file():
            raise CheckError(f"no evidence of {self.name}", f"{folder} holds no predictions.csv",
                             "pass NAME=work/runs/<run>/evidence")
        with open(self.folder / "predictions.csv", newline="") as rows:
            rows = sorted(csv.DictReader(rows), key=lambda row: int(row["SK_ID_CURR"]))
        self.client = np.array([int(row["SK_ID_CURR"]) for row in rows])
        self.target = np.array([int(row["TARGET"]) for row in rows])
        self.fold = np.array([int(row["fold"]) for row in rows])
        self.margin = np.array([float(row["margin"]) for row in rows])
        self.refused = np.array([row["decision"] == "1" for row in rows])
        self.features = json.loads((self.folder / "bundle.json").read_text())["features"]
        model = json.loads((self.folder / "model.json").read_text())
        self.trees = len(model["learner"]["gradient_booster"]["model"]["trees"])
        self.bytes = (self.folder / "model.json").stat().st_size

    def costs(self):
        return np.where(self.target == 1, np.where(self.refused, 0, COST_OF_DEFAULT),
                        np.where(self.refused, COST_OF_REFUSAL, 0)).astype(float)


class Ranked:
    """Clients in the order of their scores, once for all draws."""

    def __init__(self, target, score):
        self.order = np.argsort(score, kind="stable")
        self.bad = target[self.order] == 1
        score = score[self.order]
        self.start = np.flatnonzero(np.r_[True, score[1:] != score[:-1]])

    def auc(self, weight):
        """The share of pairs told apart; equal scores count half."""
        weight = weight[self.order]
        good = np.add.reduceat(np.where(self.bad, 0, weight), self.start)
        bad = np.add.reduceat(np.where(self.bad, weight, 0), self.start)
        below = np.cumsum(good) - good
        return float((bad * (below + good / 2)).sum() / (good.sum() * bad.sum()))


def auc(target, score, weight=None):
    return Ranked(target, score).auc(np.ones(len(score)) if weight is None else weight)


def paired(own, other, inside, seed=42):
    """Differences of AUC and cost with their intervals, the same clients drawn for both."""
    random = np.random.default_rng(seed)
    target = own.target[inside]
    ranked = [Ranked(target, of.margin[inside]) for of in (own, other)]
    costs = own.costs()[inside] - other.costs()[inside]
    drawn = []
    for _ in range(RESAMPLES):
        weight = np.bincount(random.integers(len(target), size=len(target)), minlength=len(target))
        drawn.append((ranked[0].auc(weight) - ranked[1].auc(weight), (weight * costs).sum() / len(target)))
    once = np.ones(len(target))
    values = ranked[0].auc(once) - ranked[1].auc(once), costs.mean()
    low, high = np.percentile(np.array(drawn), (2.5, 97.5), axis=0)
    return [f"{value:+.4f} [{a:+.4f}, {b:+.4f}]" for value, a, b in zip(values, low, high)]


def scoring_speed(variant, matrix):
    """Milliseconds of one row and rows per second of many, by XGBoost on one thread."""
    import xgboost
    booster = xgboost.Booster({"nthread": 1}, model_file=variant.folder / "model.ubj")
    one = matrix[:1]
    booster.inplace_predict(one, predict_type="margin")
    start = time.perf_counter()
    for _ in range(300):
        booster.inplace_predict(one, predict_type="margin")
    single = (time.perf_counter() - start) / 300 * 1000
    start = time.perf_counter()
    booster.inplace_predict(matrix, predict_type="margin")
    return single, len(matrix) / (time.perf_counter() - start)


def guessed(matrix, what):
    """AUC of a model that guesses an attribute from these inputs, out of fold."""
    import xgboost
    fold = np.arange(len(what)) % FOLDS
    score = np.zeros(len(what))
    for part in range(FOLDS):
        learn, judge = fold != part, fold == part
        settings = {"objective": "binary:logistic", "eta": 0.3, "max_depth": 4, "nthread": 1, "seed": 1,
                    "colsample_bytree": 0.5, "tree_method": "hist"}
        model = xgboost.train(settings, xgboost.DMatrix(matrix[learn], what[learn]), ROUNDS)
        score[judge] = model.predict(xgboost.DMatrix(matrix[judge]))
    return auc(what.astype(int), score)


def groups(workspace, clients):
    """Sex and days of age of the clients, from their applications."""
    from deltalake import DeltaTable
    table = DeltaTable(str(Path(workspace) / "tables/raw/application")).to_pyarrow_dataset().to_table(
        columns=["SK_ID_CURR", "CODE_GENDER", "DAYS_BIRTH"]).to_pydict()
    known = {client: (sex, -days) for client, sex, days in zip(*table.values())}
    return (np.array([known[client][0] for client in clients]),
            np.array([known[client][1] for client in clients], dtype=float))


def line(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def header(*cells):
    line(*cells)
    line(*["---"] * len(cells))


def figures(variants, vectors):
    first = variants[0]
    print("\n### Models\n")
    header("model", "inputs", "trees", "model.json, MB", "one row, ms", "rows/s of many",
           "AUC out of fold", "AUC hold-out", "cost out of fold", "cost hold-out", "coverage", "recourse")
    for variant in variants:
        inside, apart = variant.fold >= 0, variant.fold < 0
        single, many = scoring_speed(variant, vectors.of(variant.features, slice(TIMED)))
        line(variant.name, len(variant.features), variant.trees, f"{variant.bytes / 1e6:.1f}",
             f"{single:.2f}", f"{many:,.0f}",
             f"{auc(variant.target[inside], variant.margin[inside]):.4f}",
             f"{auc(variant.target[apart], variant.margin[apart]):.4f}",
             f"{variant.costs()[inside].mean():.4f}", f"{variant.costs()[apart].mean():.4f}", "", "")
    print(f"\n### Less {first.name}, paired 95 % intervals\n")
    header("model", "AUC out of fold", "cost out of fold", "AUC hold-out", "cost hold-out")
    for variant in variants[1:]:
        line(variant.name, *paired(variant, first, variant.fold >= 0), *paired(variant, first, variant.fold < 0))


def approvals(variants, sex, age):
    print("\n### Accepted out of fold, by sex and age\n")
    bands = [(f"age {name}", (age >= a * 365.25) & (age < b * 365.25)) for a, b, name in BANDS]
    parts = [("women", sex == "F"), ("men", sex == "M")] + bands
    header("model", *[name for name, _ in parts], "men / women", "least / best age")
    for variant in variants:
        inside = variant.fold >= 0
        rates = [1 - variant.refused[inside & members].mean() for _, members in parts]
        line(variant.name, *[f"{100 * rate:.1f} %" for rate in rates],
             f"{min(rates[:2]) / max(rates[:2]):.3f}", f"{min(rates[2:]) / max(rates[2:]):.3f}")


def guesses(variants, vectors, some, woman, old):
    print("\n### How well sex and age above 45 can be guessed from the inputs (AUC out of fold; 0.5 is a coin)\n")
    header("inputs", "how many", "woman", "above 45")
    least = min(variants, key=lambda variant: len(variant.features)).features
    fair = variants[1].features
    # The first variant may hold sex and age themselves.
    sets = [(variant.name, variant.features) for variant in variants[1:]]
    sets += [(f"{variants[1].name} without {' and '.join(WATCHED)}", [f for f in fair if f not in WATCHED]),
             *[(f"{name} alone", [name]) for name in WATCHED if name in least]]
    seen = set()
    for name, features in sets:
        if tuple(features) in seen:
            continue
        seen.add(tuple(features))
        matrix = vectors.of(features, some)
        line(name, len(features), f"{guessed(matrix, woman):.3f}", f"{guessed(matrix, old):.3f}")


class Vectors:
    """The features of the judged clients, read once."""

    def __init__(self, table, clients, variants):
        names = sorted({name for variant in variants for name in variant.features})
        self.place = {name: place for place, name in enumerate(names)}
        # The table is in the order of all its clients, judged or not.
        self.matrix = table.read(names, np.float32)[np.searchsorted(table.clients, clients)]

    def of(self, names, rows=slice(None)):
        return np.ascontiguousarray(self.matrix[rows][:, [self.place[name] for name in names]])


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--workspace", required=True, help="workspace whose clients were judged")
    parser.add_argument("variants", nargs="+", metavar="NAME=FOLDER", help="evidence of a training")
    arguments = parser.parse_args()
    variants = [Variant(argument) for argument in arguments.variants]
    for variant in variants[1:]:
        if not np.array_equal(variant.client, variants[0].client) or not np.array_equal(
                variant.fold, variants[0].fold):
            raise CheckError(f"{variant.name} judged other clients", "another load, seed or number of folds",
                             "train all variants on the same tables with the same training.seed and folds")
    table = FeatureTable(Path(arguments.workspace) / "tables/features", "features")
    clients = variants[0].client
    vectors = Vectors(table, clients, variants)
    sex, age = groups(arguments.workspace, clients)
    print(f"{len(clients):,} clients, {int(variants[0].target.sum()):,} of them defaulted")
    figures(variants, vectors)
    approvals(variants, sex, age)
    random = np.random.default_rng(1)
    some = random.permutation(len(clients))[:GUESSED]
    guesses(variants, vectors, some, sex[some] == "F", age[some] > OLD)
    return 0


if __name__ == "__main__":
    run(main)
