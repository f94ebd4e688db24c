"""Compares our trained model with LightGBM on the same rows, features and folds: AUC and business
cost (10 FN + FP) / N, out of fold and on the hold-out, with paired bootstrap intervals. Every
difference is written so that a negative number means ours is worse. Exit code 1 when an interval
lies wholly below its margin."""

import json
from pathlib import Path

import lightgbm
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

from common import DEFAULT_FAMILIES, CheckError, Stopwatch, argument_parser, golden_names, run
from study.evaluation import (RankedScores, best_threshold, client_costs, out_of_fold_refusals,
                              paired_bootstrap)
from feature_table import CLIENT, FeatureTable

COLUMNS = [CLIENT, "TARGET", "set", "fold", "margin", "probability", "decision"]
PARAMETERS = {
    "objective": "binary", "metric": "binary_logloss", "learning_rate": 0.025, "num_leaves": 31,
    "min_child_samples": 40, "feature_fraction": 0.2, "bagging_fraction": 0.8, "bagging_freq": 1,
    "lambda_l2": 50.0, "max_bin": 255, "deterministic": True, "force_col_wise": True,
    "verbosity": -1}


def read_predictions(folder):
    """Our predictions, one row per labelled client, sorted by client."""
    folder = Path(folder)
    files = [folder / "predictions.csv"] if (folder / "predictions.csv").is_file() else sorted(
        (folder / "predictions").glob("*.csv"))
    if not files:
        raise CheckError(f"no predictions.csv and no predictions/*.csv in {folder}",
                         "the training has not written its predictions", "train first")
    table = pd.concat([pd.read_csv(file) for file in files], ignore_index=True)
    if list(table) != COLUMNS:
        raise CheckError(f"the predictions have columns {list(table)}", f"expected {COLUMNS}",
                         "train again with this version")
    table = table.sort_values(CLIENT, ignore_index=True)
    train, holdout = table["set"] == "train", table["set"] == "holdout"
    faults = {"repeated clients": table[CLIENT].duplicated().any(),
              "a `set` other than train and holdout": not (train | holdout).all(),
              "a TARGET other than 0 and 1": not table["TARGET"].isin([0, 1]).all(),
              "no score": table[["margin", "probability"]].isna().any().any(),
              "a train row without fold": table.loc[train, "fold"].isna().any(),
              "fewer than two folds": table.loc[train, "fold"].nunique() < 2,
              "no hold-out row": not holdout.any()}
    found = [fault for fault, there in faults.items() if there]
    if found:
        raise CheckError(f"the predictions have {', '.join(found)}", "an unfinished training",
                         "train again")
    return table


def feature_names(options):
    """The features our model used: the bundle's list, or the golden list."""
    bundle = Path(options.ours) / "bundle.json"
    if bundle.is_file():
        names = json.loads(bundle.read_text()).get("features")
        if names:
            return names
    return golden_names(options.families)


def read_rows(options, predictions):
    """The feature matrix in the order of the predictions."""
    table = FeatureTable(options.features, "features")
    clients = predictions[CLIENT].to_numpy()
    missing = np.setdiff1d(clients, table.clients)
    if len(missing):
        raise CheckError(f"{len(missing)} predicted clients have no features, e.g. {missing[0]}",
                         "another feature table", "pass the table the model was trained on")
    at = np.searchsorted(table.clients, clients)
    if "TARGET" in table.types:
        labels = table.read(["TARGET"])[at, 0]
        if not np.array_equal(labels, predictions["TARGET"].to_numpy(np.float64)):
            raise CheckError("TARGET differs between the predictions and the feature table",
                             "another feature table", "pass the table the model was trained on")
    return table.read(feature_names(options), np.float32)[at]


def fit(rows, target, options):
    """LightGBM with early stopping on a stratified tenth of its own rows."""
    inner, stopping = train_test_split(np.arange(len(target)), test_size=0.1,
                                       stratify=target, random_state=options.seed)
    parameters = PARAMETERS | {"num_threads": options.threads, "seed": options.seed}
    if options.params:
        parameters |= json.loads(options.params)
    training = lightgbm.Dataset(rows[inner], target[inner], params=parameters)
    return lightgbm.train(
        parameters, training, num_boost_round=options.rounds,
        valid_sets=[training.create_valid(rows[stopping], target[stopping])],
        callbacks=[lightgbm.early_stopping(options.patience, verbose=False)])


def lightgbm_scores(rows, target, folds, options, watch):
    """Raw scores: out of fold for the train rows, of a model of all train rows for the hold-out."""
    scores = np.full(len(target), np.nan)
    train = folds >= 0
    for fold in [*np.unique(folds[train]), -1]:
        inside = folds == fold
        model = fit(rows[train & ~inside], target[train & ~inside], options)
        scores[inside] = model.predict(rows[inside], raw_score=True)
        label = f"fold {fold}" if fold >= 0 else "all train"
        watch.lap(f"{label}, {model.best_iteration} trees")
    return scores


def cached_scores(predictions, folds, options, watch):
    """LightGBM's scores, from --lightgbm-scores when that file has the same clients and folds."""
    cache = options.lightgbm_scores
    if cache and cache.exists():
        table = pd.read_csv(cache).sort_values(CLIENT, ignore_index=True)
        if not (np.array_equal(table[CLIENT], predictions[CLIENT])
                and np.array_equal(table["fold"], folds)):
            raise CheckError(f"{cache} has other clients or folds", "made for another training",
                             "delete it or pass another file")
        print(f"LightGBM scores read from {cache}, not fitted again")
        return table["score"].to_numpy()
    rows = read_rows(options, predictions)
    print(f"{len(rows):,} rows x {rows.shape[1]} features, LightGBM {lightgbm.__version__}")
    watch.lap("read features")
    scores = lightgbm_scores(rows, predictions["TARGET"].to_numpy(), folds, options, watch)
    if cache:
        pd.DataFrame({CLIENT: predictions[CLIENT], "fold": folds, "score": scores}).to_csv(
            cache, index=False)
    return scores


def compare(name, target, ours, theirs, ours_refused, theirs_refused, options):
    """AUC, cost and intervals of both models on one set of clients."""
    costs = client_costs(ours_refused, target), client_costs(theirs_refused, target)
    auc, cost = paired_bootstrap(target, ours, theirs, *costs, options.resamples, options.seed)
    both_auc = RankedScores(ours, target).auc(), RankedScores(theirs, target).auc()
    both_cost = float(costs[0].mean()), float(costs[1].mean())
    return {"set": name, "clients": len(target), "defaults": int(target.sum()),
            "auc": {"ours": both_auc[0], "lightgbm": both_auc[1],
                    "difference": both_auc[0] - both_auc[1], "interval95": auc},
            "cost": {"ours": both_cost[0], "lightgbm": both_cost[1],
                     "difference": both_cost[1] - both_cost[0], "interval95": cost},
            "refused": {"ours": float(ours_refused.mean()),
                        "lightgbm": float(theirs_refused.mean())}}


def evaluate(predictions, folds, theirs, options):
    """The comparison on the out-of-fold rows and on the hold-out."""
    target, ours = predictions["TARGET"].to_numpy(), predictions[options.score].to_numpy(np.float64)
    train = folds >= 0
    results = [compare("out of fold", target[train], ours[train], theirs[train],
                       *(out_of_fold_refusals(scores[train], target[train], folds[train])
                         for scores in (ours, theirs)), options)]
    results[0]["meanFoldAuc"] = {
        name: float(np.mean([RankedScores(scores[folds == fold], target[folds == fold]).auc()
                             for fold in np.unique(folds[train])]))
        for name, scores in (("ours", ours), ("lightgbm", theirs))}
    results.append(compare("hold-out", target[~train], ours[~train], theirs[~train],
                           *(scores[~train] >= best_threshold(scores[train], target[train])
                             for scores in (ours, theirs)), options))
    return results


def print_table(results):
    print(f"{'':12} {'':5} {'ours':>9} {'lightgbm':>9} {'better by':>10} {'95 % interval':>21}")
    for result in results:
        for measure in ("auc", "cost"):
            row = result[measure]
            low, high = row["interval95"]
            print(f"{result['set']:12} {measure:5} {row['ours']:9.5f} {row['lightgbm']:9.5f} "
                  f"{row['difference']:+10.5f} [{low:+.5f}, {high:+.5f}]")
    means = results[0]["meanFoldAuc"]
    print(f"mean AUC of the folds: ours {means['ours']:.5f}, LightGBM {means['lightgbm']:.5f}")
    for result in results:
        print(f"{result['set']}: {result['clients']:,} clients, {result['defaults']:,} defaults, "
              f"refused {result['refused']['ours']:.1%} by ours, "
              f"{result['refused']['lightgbm']:.1%} by LightGBM")


def own_decisions(predictions, folds):
    """Prints the cost of the decisions our training wrote itself, when they are 0/1 or booleans."""
    decision = predictions["decision"].astype(str).str.lower().map(
        {"1": 1, "0": 0, "1.0": 1, "0.0": 0, "true": 1, "false": 0})
    if decision.isna().any():
        print("the decision column is not 0/1 or true/false: its cost is not shown")
        return
    costs = client_costs(decision.to_numpy() == 1, predictions["TARGET"].to_numpy())
    print(f"cost of the decisions in the file: out of fold {costs[folds >= 0].mean():.5f}, "
          f"hold-out {costs[folds < 0].mean():.5f}")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--ours", required=True, type=Path, help="folder with predictions.csv or "
                        "predictions/*.csv (and bundle.json, if it names the features)")
    parser.add_argument("--features", required=True, help="Delta feature table (or Parquet)")
    parser.add_argument("--families", default=DEFAULT_FAMILIES, help="golden feature_families.json")
    parser.add_argument("--score", choices=["margin", "probability"], default="margin",
                        help="our column to rank and to threshold")
    parser.add_argument("--auc-margin", type=float, help="exit 1 below it, e.g. -0.015")
    parser.add_argument("--cost-margin", type=float, help="exit 1 below it, e.g. -0.015")
    parser.add_argument("--json", type=Path, help="also write the results here")
    parser.add_argument("--lightgbm-scores", type=Path, help="CSV cache of LightGBM's scores")
    parser.add_argument("--params", help="JSON of LightGBM parameters that replace the defaults")
    parser.add_argument("--rounds", type=int, default=4000, help="largest number of trees")
    parser.add_argument("--patience", type=int, default=150, help="early stopping rounds")
    parser.add_argument("--resamples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20240607)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    watch = Stopwatch("lightgbm_comparison")
    predictions = read_predictions(options.ours)
    folds = predictions["fold"].where(predictions["set"] == "train", -1).to_numpy().astype(int)
    theirs = cached_scores(predictions, folds, options, watch)
    results = evaluate(predictions, folds, theirs, options)
    watch.lap("bootstrap")
    print_table(results)
    own_decisions(predictions, folds)
    watch.finish()
    if options.json:
        options.json.write_text(json.dumps({
            "results": results, "score": options.score, "resamples": options.resamples,
            "seed": options.seed, "lightgbm": lightgbm.__version__}, indent=1) + "\n")
    margins = {"auc": options.auc_margin, "cost": options.cost_margin}
    failed = [f"{result['set']} {measure}: the interval ends at {result[measure]['interval95'][1]:+.5f},"
              f" below the margin {margin:+.5f}" for result in results
              for measure, margin in margins.items()
              if margin is not None and result[measure]["interval95"][1] < margin]
    print("\n".join(failed) if failed else "no interval lies wholly below its margin"
          if any(margin is not None for margin in margins.values()) else "no margin was asked for")
    return 1 if failed else 0


if __name__ == "__main__":
    run(main)
