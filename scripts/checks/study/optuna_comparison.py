"""Compares a study of ours (clairscore study) with LightGBM tuned by Optuna: as many fits, the same
feature matrix, folds and early-stopping rows. AUC and business cost (10 FN + FP) / N, out of fold and
on the hold-out, with paired bootstrap intervals; a positive difference means ours is better. Exit code
1 when an interval of xgboost-tuned lies wholly below 0, 3 when --minutes ended before the fits did."""

import json
import time
from pathlib import Path

import lightgbm
import numpy as np
import optuna
import pandas as pd

from common import CheckError, argument_parser, run
from study.evaluation import (FALSE_NEGATIVE_COST, FALSE_POSITIVE_COST, RankedScores, best_threshold,
                              client_costs, out_of_fold_refusals, paired_bootstrap)
from feature_table import CLIENT
from study.lightgbm_search import Budget, Search
from study.training_clients import HOLD_OUT, read_clients

TUNED, LOGISTIC, LIGHTGBM = "xgboost-tuned", "logistic", "LightGBM"
UNFINISHED = 3


def read_configuration(options):
    path = options.configuration or options.work / "runs" / options.run / "configuration.json"
    if not path.is_file():
        raise CheckError(f"no {path}", "wrong --work or --run", "pass a workspace and its study's run")
    configuration = json.loads(path.read_text())
    if "study" not in configuration:
        raise CheckError(f"{path} has no section `study`", "a run of another command",
                         "pass the run of a study, or --configuration")
    business = configuration["business"]
    if (business["falseNegativeCost"], business["falsePositiveCost"]) != (
            FALSE_NEGATIVE_COST, FALSE_POSITIVE_COST):
        raise CheckError(f"the study's costs are {business}", "this comparison knows 10 to 1 only",
                         "compare a study with those costs")
    return configuration


def budget_of(configuration):
    """As many points, folds and rounds as our search has, at its learning rates."""
    training, study = configuration["training"], configuration["study"]
    search, slow, fast = study["search"], training["xgboost"], study["fast"]
    grid = len(search["maxDepth"]) * len(search["colsampleBytree"]) * len(search["lambda"])
    return Budget(trials=grid + search["points"], random_trials=grid, search_folds=search["folds"],
                  search_eta=fast["eta"], search_patience=fast["earlyStoppingRounds"],
                  eta=slow["eta"], patience=slow["earlyStoppingRounds"], rounds=slow["rounds"],
                  stopping_share=slow["earlyStoppingShare"], seed=training["seed"])


def read_margins(folder, name, ids, clients):
    """A candidate's margins in the order of the clients, or None where it is not finished."""
    file = folder / f"{name}.scores.csv.gz"
    if not file.is_file():
        return None
    scores = pd.read_csv(file).sort_values(CLIENT, ignore_index=True)
    if not (np.array_equal(scores[CLIENT], ids) and np.array_equal(scores["TARGET"], clients.target)
            and np.array_equal(scores["fold"], clients.folds)):
        raise CheckError(f"{file.name} has other clients, outcomes or folds than the workspace",
                         "the table `training` was written again", "run the study again")
    return scores["margin"].to_numpy()


def decisions(margins, clients):
    """Whom a model refuses: thresholds of a fold from the other folds, of the hold-out from all."""
    train, refused = clients.folds != HOLD_OUT, np.zeros(len(margins), bool)
    target = clients.target
    refused[train] = out_of_fold_refusals(margins[train], target[train], clients.folds[train])
    refused[~train] = margins[~train] >= best_threshold(margins[train], target[train])
    return refused


def compare(names, margins, clients, options):
    """AUC and cost of two models on both sets of clients."""
    results = []
    for label, rows in (("out of fold", clients.folds != HOLD_OUT),
                        ("hold-out", clients.folds == HOLD_OUT)):
        target = clients.target[rows]
        both = [margins[name][rows] for name in names]
        costs = [client_costs(decisions(margins[name], clients)[rows], target) for name in names]
        intervals = paired_bootstrap(target, *both, *costs, options.resamples, options.seed)
        aucs = [RankedScores(scores, target).auc() for scores in both]
        means = [float(cost.mean()) for cost in costs]
        for measure, values, better, interval in (
                ("AUC", aucs, aucs[0] - aucs[1], intervals[0]),
                ("cost per client", means, means[1] - means[0], intervals[1])):
            results.append({"models": names, "set": label, "clients": int(rows.sum()),
                            "measure": measure, "values": values, "betterBy": better,
                            "interval95": interval})
    return results


def print_table(results):
    print("\n| models | set | measure | first | second | first better by | 95 % interval |\n"
          "|---|---|---|---|---|---|---|")
    for row in results:
        low, high = row["interval95"]
        print(f"| {row['models'][0]} against {row['models'][1]} | {row['set']} | {row['measure']} "
              f"| {row['values'][0]:.4f} | {row['values'][1]:.4f} | {row['betterBy']:+.4f} "
              f"| [{low:+.4f}, {high:+.4f}] |")


def report(search, clients):
    best, spent = search.study.best_trial, search.spent()
    train = clients.folds != HOLD_OUT
    print(f"\n{train.sum():,} training clients, {(~train).sum():,} kept apart, "
          f"{clients.features.shape[1]} features; LightGBM {lightgbm.__version__}, "
          f"Optuna {optuna.__version__}")
    print(f"search: {spent['search']['fits']} fits in {spent['search']['seconds']:.0f} s; best trial "
          f"{best.number + 1}, cost {best.value:.5f} on {search.budget.search_folds} folds")
    print("  " + ", ".join(f"{name} {value:.4g}" for name, value in best.params.items()))
    print(f"last fits: {spent['last']['fits']} in {spent['last']['seconds']:.0f} s, trees "
          f"{spent['last']['trees']}, the last one's for the hold-out")
    return {"best": best.params, "spent": spent}


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--work", required=True, type=Path, help="workspace of the study")
    parser.add_argument("--run", required=True, help="its run id")
    parser.add_argument("--out", required=True, type=Path, help="folder that keeps the search")
    parser.add_argument("--study", type=Path, help="folder of a study made elsewhere of the same "
                        "clients, instead of the run's own")
    parser.add_argument("--configuration", type=Path, help="instead of the run's configuration.json")
    parser.add_argument("--candidates", nargs="+", default=[TUNED, "xgboost", LOGISTIC],
                        help="of the study, each compared with LightGBM")
    parser.add_argument("--minutes", type=float, help="begin no further fit after so long")
    parser.add_argument("--json", type=Path, help="also write the results here")
    parser.add_argument("--resamples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20240607, help="of the bootstrap")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    deadline = float("inf") if options.minutes is None else (
        time.perf_counter() + 60 * options.minutes)
    budget = budget_of(read_configuration(options))
    ids, clients = read_clients(options.work)
    study = options.study or options.work / "runs" / options.run / "study"
    margins = {name: read_margins(study / "candidates", name, ids, clients)
               for name in options.candidates}
    search = Search(clients, budget, options.out, options.threads, deadline)
    theirs = search.scores() if search.run() else None
    if theirs is None:
        print(f"stopped after {options.minutes} minutes; the same command goes on from here")
        return UNFINISHED
    facts = report(search, clients)
    margins[LIGHTGBM] = theirs
    pairs = [(name, LIGHTGBM) for name in options.candidates] + [(TUNED, LOGISTIC)]
    results = [row for pair in pairs if all(margins.get(name) is not None for name in pair)
               for row in compare(pair, margins, clients, options)]
    print_table(results)
    if options.json:
        options.json.write_text(json.dumps(facts | {"results": results}, indent=1) + "\n")
    missing = [name for name in options.candidates if margins[name] is None]
    if missing:
        print(f"not finished in the study, and not compared: {', '.join(missing)}")
    if margins.get(TUNED) is None:
        raise CheckError(f"nothing was judged: {TUNED} has no scores in {study}",
                         "the study is not finished, or --candidates leaves it out",
                         "run the study to its end, then this again (the fits are kept)")
    worse = [row for row in results
             if row["models"] == (TUNED, LIGHTGBM) and row["interval95"][1] < 0]
    for row in worse:
        print(f"{TUNED} is worse than LightGBM: {row['set']}, {row['measure']}")
    if not worse:
        print(f"no interval of {TUNED} against LightGBM lies wholly below 0")
    return 1 if worse else 0


if __name__ == "__main__":
    run(main)
