"""Recomputes the model pages of a published version with scikit-learn, XGBoost and pandas.

From the evidence of the training (predictions.csv) come curves, thresholds, calibration, report and metrics; from
the Delta tables and the published model come rules, intervals of the effects, importance and decisions by group.
Exit code 1 if a figure differs, 2 if nothing can be compared.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import xgboost
from deltalake import DeltaTable
from sklearn.metrics import (accuracy_score, average_precision_score, brier_score_loss, confusion_matrix,
                             precision_recall_fscore_support, roc_auc_score, roc_curve)

from common import CheckError, argument_parser, run

PARTS = {"OUT_OF_FOLD": lambda frame: frame[frame.fold >= 0], "HOLD_OUT": lambda frame: frame[frame.fold < 0]}
EXACT = 1e-9
RESAMPLES = 400


class Tally:
    """Counts the figures compared of each page, and prints those that differ."""

    def __init__(self):
        self.compared, self.different = {}, 0

    def same(self, page, what, told, found, within=EXACT):
        self.compared[page] = self.compared.get(page, 0) + 1
        absent = told is None and (found is None or not np.isfinite(found))
        if not absent and (told is None or found is None or not abs(told - found) <= within):
            self.different += 1
            if self.different <= 40:
                print(f"DIFFERENT {page}: {what}: told {told}, found {found}")

    def report(self):
        for page, figures in self.compared.items():
            print(f"{page:<12} {figures:7,d} figures")
        print(f"{self.different} different")
        return 1 if self.different or not self.compared else 0


class Version:
    """A published version and the workspace it was made from."""

    def __init__(self, work, name):
        self.work = Path(work)
        published = self.work / "published"
        if not (published / "current").exists() and name is None:
            raise CheckError("Nothing is published.", f"{published} names no live version.", "Run export first.")
        self.folder = published / (name or (published / "current").read_text().strip())
        self.bundle = json.loads((self.folder / "bundle" / "bundle.json").read_text())
        evidence = self.work / "runs" / self.bundle["training"]["runId"] / "evidence" / "predictions.csv"
        if not evidence.exists():
            raise CheckError("The evidence of the model is gone.", f"There is no {evidence}.", "Bring it back.")
        self.clients = pd.read_csv(evidence)

    def page(self, name):
        return json.loads((self.folder / "model" / f"{name}.json").read_text())

    def content(self, name):
        content = self.page(name)["content"]
        if content is None:
            print(f"{name}: {self.page(name)['absence']['en']}")
        return content

    def part(self, name):
        return PARTS[name](self.clients)

    def delta(self, path, columns, version=None):
        return DeltaTable(str(self.work / "tables" / path), version=version).to_pandas(columns=columns)


def share(of, among):
    return of / among if among else None


def outcome_figures(tally, page, what, told, counts):
    """Precision, recall and F1 of an outcome from its own counts: right, called so, are so."""
    right, called, are = counts
    tally.same(page, what + " precision", told["precision"], share(right, called))
    tally.same(page, what + " recall", told["recall"], share(right, are))
    tally.same(page, what + " f1", told["f1"], share(2 * right, called + are))


def cost(version, missed, refused, clients):
    threshold = version.bundle["threshold"]
    return (threshold["falseNegativeCost"] * missed + threshold["falsePositiveCost"] * refused) / clients


def check_curves(version, tally):
    for curve in version.content("curves")["curves"]:
        part = version.part(curve["part"])
        tally.same("curves", "AUC", curve["auc"], roc_auc_score(part.TARGET, part.margin))
        tally.same("curves", "average precision", curve["averagePrecision"],
                   average_precision_score(part.TARGET, part.margin))
        for place in curve["places"]:
            refused = part.margin.to_numpy() >= place["margin"]
            bad = part.TARGET.to_numpy() == 1
            tally.same("curves", "refused", place["refused"], refused.mean())
            tally.same("curves", "recall", place["recall"], refused[bad].mean())
            tally.same("curves", "false alarms", place["falseAlarms"], refused[~bad].mean())
            precision = bad[refused].mean() if refused.any() else None
            tally.same("curves", "precision", place["precision"], precision)
            tally.same("curves", "lift", place["lift"], None if precision is None else precision / bad.mean())


def check_thresholds(version, tally):
    page = version.content("thresholds")
    points, calibration = version.bundle["points"], version.bundle["calibration"]
    factor = points["pointsToDouble"] / np.log(2)
    for place in page["places"]:
        margin = place["margin"]
        tally.same("thresholds", "points", place["points"],
                   points["basePoints"] - factor * (margin + np.log(points["baseOdds"])))
        if calibration["kind"] == "platt":
            logit = calibration["slope"] * margin + calibration["intercept"]
            tally.same("thresholds", "probability", place["probability"], 1 / (1 + np.exp(-logit)))
        for name, key in (("OUT_OF_FOLD", "outOfFold"), ("HOLD_OUT", "holdOut")):
            part, told = version.part(name), place[key]
            matrix = confusion_matrix(part.TARGET, part.margin >= margin, labels=[0, 1])
            (tn, fp), (fn, tp) = matrix
            for what, found in zip(("trueNegatives", "falsePositives", "falseNegatives", "truePositives"), matrix.ravel()):
                tally.same("thresholds", what, told["counts"][what], found)
            tally.same("thresholds", "cost", told["cost"], cost(version, fn, fp, len(part)))
            tally.same("thresholds", "refusals", told["refusalRate"], (tp + fp) / len(part))
            tally.same("thresholds", "accuracy", told["accuracy"], accuracy_score(part.TARGET, part.margin >= margin))
            outcome_figures(tally, "thresholds", "default", told["defaulted"], (tp, tp + fp, tp + fn))
            outcome_figures(tally, "thresholds", "repaid", told["repaid"], (tn, tn + fn, tn + fp))
    served, band = version.bundle["threshold"]["margin"], page["review"]
    tally.same("thresholds", "served", page["places"][page["served"]]["margin"], served, 0)
    for name, key in (("OUT_OF_FOLD", "outOfFold"), ("HOLD_OUT", "holdOut")):
        margins = version.part(name).margin
        tally.same("thresholds", "review band", band[key], ((margins >= band["low"]) & (margins <= band["high"])).mean())


def check_report(version, tally):
    for report in version.content("report")["reports"]:
        part = version.part(report["part"])
        figures = precision_recall_fscore_support(part.TARGET, part.decision, labels=[0, 1], zero_division=np.nan)
        for outcome, precision, recall, f1, support in zip(report["outcomes"], *figures):
            tally.same("report", "precision", outcome["figures"]["precision"], precision)
            tally.same("report", "recall", outcome["figures"]["recall"], recall)
            tally.same("report", "f1", outcome["figures"]["f1"], f1)
            tally.same("report", "support", outcome["support"], support)
        for average in ("macro", "weighted"):
            found = precision_recall_fscore_support(part.TARGET, part.decision, average=average, zero_division=np.nan)
            for what, value in zip(("precision", "recall", "f1"), found):
                tally.same("report", f"{average} {what}", report[average][what], value)


def check_metrics(version, tally):
    told = {of["key"]: of for of in version.content("metrics")["measures"]}
    rng = np.random.default_rng(1)
    for name, key in (("OUT_OF_FOLD", "outOfFold"), ("HOLD_OUT", "holdOut")):
        part = version.part(name)
        target, refused = part.TARGET.to_numpy(), part.decision.to_numpy() == 1
        alarms, recalls, _ = roc_curve(target, part.margin, drop_intermediate=False)
        found = {"auc": roc_auc_score(target, part.margin), "brier": brier_score_loss(target, part.probability),
                 "ks": np.abs(recalls - alarms).max(), "accuracy": (refused == (target == 1)).mean(),
                 "average_precision": average_precision_score(target, part.margin),
                 "cost_per_client": cost(version, (~refused & (target == 1)).sum(), (refused & (target == 0)).sum(),
                                         len(part))}
        for metric, value in found.items():
            tally.same("metrics", f"{key} {metric}", told[metric][key]["value"], value)
        drawn = [rng.integers(0, len(part), len(part)) for _ in range(RESAMPLES)]
        margins = part.margin.to_numpy()
        aucs = np.percentile([roc_auc_score(target[draw], margins[draw]) for draw in drawn], [2.5, 97.5])
        width = aucs[1] - aucs[0]
        # Two bootstraps of the same clients: their ends differ by chance, by some hundredths of the width.
        tally.same("metrics", f"{key} AUC, low end", told["auc"][key]["low"], aucs[0], width / 4)
        tally.same("metrics", f"{key} AUC, high end", told["auc"][key]["high"], aucs[1], width / 4)


def check_calibration(version, tally):
    page = version.content("calibration")
    for stage in ("before", "after"):
        for told in page[stage]:
            part = version.part(told["part"])
            probability = (part.probability if stage == "after" else 1 / (1 + np.exp(-part.margin))).to_numpy()
            target = part.TARGET.to_numpy()
            tally.same("calibration", f"{stage} Brier", told["brier"], brier_score_loss(target, probability))
            order = np.argsort(probability, kind="stable")
            ends = [i * len(order) // 10 for i in range(11)]
            error = 0
            for cell, first, last in zip(told["bins"], ends, ends[1:]):
                members = order[first:last]
                predicted, observed = probability[members].mean(), target[members].mean()
                error += len(members) * abs(predicted - observed) / len(order)
                tally.same("calibration", "clients", cell["clients"], len(members))
                tally.same("calibration", "predicted", cell["predicted"], predicted)
                tally.same("calibration", "observed", cell["observed"]["value"], observed)
            tally.same("calibration", f"{stage} error", told["error"], error)


def vectors(version, page):
    """The clients of the evidence with the features that the page was made from."""
    names = version.bundle["features"]
    rows = version.delta("features", ["SK_ID_CURR", *names], page["source"]["readVersion"])
    return version.clients.merge(rows, on="SK_ID_CURR"), names


def matrix(rows, names):
    return xgboost.DMatrix(rows[names].astype("float32"), feature_names=names)


def satisfies(rows, condition):
    """Clients of whom a condition of a rule holds."""
    value = rows[condition["feature"]].to_numpy(dtype=float)
    unknown = ~np.isfinite(value)
    above = -np.inf if condition["above"] is None else condition["above"]
    up_to = np.inf if condition["upTo"] is None else condition["upTo"]
    inside = (value > above) & (value <= up_to)
    return np.where(unknown, condition["unknown"], condition["known"] & inside).astype(bool)


def check_model(version, tally):
    """Importance, rules and intervals, with XGBoost's own reading of the published model."""
    if version.content("rules") is None:
        return
    booster = xgboost.Booster(model_file=str(version.folder / "bundle" / "model.ubj"))
    rows, names = vectors(version, version.page("rules"))
    apart, training = PARTS["HOLD_OUT"](rows), PARTS["OUT_OF_FOLD"](rows)
    page = version.content("rules")
    refused = booster.predict(matrix(apart, names), output_margin=True) >= version.bundle["threshold"]["margin"]
    if page["clients"] == len(apart):   # else the page draws some of them
        decided = np.zeros(len(apart), int)
        for rule in page["rules"]:
            held = np.ones(len(apart), bool)
            for condition in rule["conditions"]:
                held &= satisfies(apart, condition)
            decided += held
            tally.same("rules", "clients", rule["clients"], held.sum())
            tally.same("rules", "fidelity", rule["fidelity"], (refused[held] == rule["refuses"]).mean())
            tally.same("rules", "defaulted", rule["defaulted"], apart.TARGET.to_numpy()[held].mean())
        tally.same("rules", "clients with exactly one rule", len(apart), (decided == 1).sum())
    effects = version.content("effects")
    if effects["clients"] == len(training):
        for effect in effects["effects"]:
            values = training[effect["name"]].to_numpy(dtype="float32")
            for cell in effect["bins"]:
                inside = ~np.isfinite(values) if cell["from"] is None else \
                    (values >= np.float32(cell["from"])) & (values <= np.float32(cell["upTo"]))
                tally.same("effects", f"{effect['name']} clients", cell["clients"], inside.sum())
                tally.same("effects", f"{effect['name']} defaulted", cell["defaulted"], training.TARGET[inside].mean())
    contributions = np.abs(booster.predict(matrix(training, names), pred_contribs=True)[:, :-1]).mean(axis=0)
    factor = version.bundle["points"]["pointsToDouble"] / np.log(2)
    weights = {of["name"]: of["points"] for of in version.content("importance")["features"]}
    for name, contribution in zip(names, contributions):
        # The page draws 2,000 of these clients.
        tally.same("importance", name, weights[name], factor * contribution, 0.15 * factor * contribution + 0.05)


def cheapest(margins, target, threshold):
    """The lowest of the cheapest thresholds on these clients, midway between two margins."""
    ranked = np.unique(margins)
    places = np.r_[ranked[0], ranked[:-1] / 2 + ranked[1:] / 2, np.nextafter(ranked[-1], np.inf)]
    order = np.argsort(margins, kind="stable")
    sorted_margins, defaults = margins[order], np.r_[0, np.cumsum(target[order])]
    accepted = np.searchsorted(sorted_margins, places, side="left")
    missed = defaults[accepted]
    refused_good = len(target) - target.sum() - (accepted - missed)
    costs = threshold["falseNegativeCost"] * missed + threshold["falsePositiveCost"] * refused_good
    return places[np.argmin(costs)]   # the first, and so the lowest


def out_of_fold(scores, costs):
    """Each training client judged by the cheapest threshold of the other folds."""
    refused = np.zeros(len(scores), bool)
    margins, target, fold = (scores[name].to_numpy() for name in ("margin", "TARGET", "fold"))
    for judged in np.unique(fold):
        others = fold != judged
        refused[~others] = margins[~others] >= cheapest(margins[others], target[others], costs)
    return refused


def check_counts(tally, page, what, told, target, refused):
    (tn, fp), (fn, tp) = confusion_matrix(target, refused, labels=[0, 1])
    for name, found in (("truePositives", tp), ("falseNegatives", fn), ("falsePositives", fp), ("trueNegatives", tn)):
        tally.same(page, f"{what} {name}", told[name], found)


def check_study(version, tally):
    """Candidates and comparison from the scores that the study kept; its costs are those of the model."""
    candidates, comparison = version.content("candidates"), version.content("comparison")
    folder = version.work / "runs" / (candidates or {"run": ""})["run"] / "study" / "candidates"
    for candidate in (candidates or {"candidates": []})["candidates"]:
        scores = pd.read_csv(folder / f"{candidate['name']}.scores.csv.gz")
        for report in candidate["reports"]:
            part = PARTS[report["part"]](scores)
            fixed = any(setting["key"] == "decision" for setting in candidate["settings"])
            refused = out_of_fold(part, version.bundle["threshold"]) \
                if report["part"] == "OUT_OF_FOLD" and not fixed else part.margin >= candidate["threshold"]
            check_counts(tally, "candidates", candidate["name"], report["counts"], part.TARGET, refused)
    for model in comparison["models"]:
        scores = version.clients if model["served"] else pd.read_csv(folder / f"{model['name']}.scores.csv.gz")
        for name, key in (("OUT_OF_FOLD", "outOfFold"), ("HOLD_OUT", "holdOut")):
            part, told = PARTS[name](scores), model[key]
            bad = part.TARGET.to_numpy() == 1
            for place, margin in enumerate(model["margins"]):
                refused = part.margin.to_numpy() >= margin
                tally.same("comparison", model["name"], told["refusedDefaults"][place], (refused & bad).sum())
                tally.same("comparison", model["name"], told["refusedGood"][place], (refused & ~bad).sum())


def check_fairness(version, tally):
    page = version.content("fairness")
    if not page or not page["groups"]:
        return
    genders = version.delta("raw/application", ["SK_ID_CURR", "CODE_GENDER"])
    clients = version.clients.merge(genders, on="SK_ID_CURR")
    for group in page["groups"]:
        if group["attribute"] == "gender":
            value = group["key"].split(" ")[1]
            part = PARTS[group["part"]](clients)
            members = part[part.CODE_GENDER.fillna("unknown") == value]
            tally.same("fairness", f"{group['key']} clients", group["clients"], len(members))
            tally.same("fairness", f"{group['key']} approved", group["approved"]["value"], 1 - members.decision.mean())
            tally.same("fairness", f"{group['key']} defaulted", group["defaulted"], members.TARGET.mean())
            bad = members[members.TARGET == 1]
            tally.same("fairness", f"{group['key']} recall",
                       group["recall"] and group["recall"]["value"], bad.decision.mean() if len(bad) else None)


def main():
    parser = argument_parser(__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("work", help="workspace with a published version")
    parser.add_argument("--version", help="name of the version instead of the live one")
    arguments = parser.parse_args()
    version, tally = Version(arguments.work, arguments.version), Tally()
    for check in (check_curves, check_thresholds, check_report, check_metrics, check_calibration, check_model,
                  check_study, check_fairness):
        check(version, tally)
    return tally.report()


if __name__ == "__main__":
    run(main)
