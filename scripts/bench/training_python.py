"""Fits the same model by turns: our training (XGBoost4J-Spark, in the process given as COMMAND) and
Python XGBoost, same rows, parameters, seed and early-stopping rows. Prints times of each pair, medians,
their ratio, and whether the two models are the same."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import xgboost

from common import CheckError, argument_parser, run
from study.training_clients import HOLD_OUT, read_clients


class Ours:
    """The Java process: fits when told to."""

    def __init__(self, command, log):
        self.log = log   # XGBoost4J prints a line per round
        with log.open("w") as messages:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=messages,
                                            stdout=subprocess.PIPE, text=True)
        self.conf = json.loads(self.answer("READY"))

    def answer(self, word):
        for line in self.process.stdout:
            if line.startswith(word):
                return line[len(word):]
        raise CheckError("our training ended", f"exit code {self.process.wait()}, its last messages: "
                         + self.log.read_text()[-2000:], "see docs/operations.md for exit codes")

    def fit(self):
        self.process.stdin.write("fit\n")
        self.process.stdin.flush()
        return tuple(map(float, self.answer("FITTED").split()))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Theirs:
    """Python XGBoost on the same rows, which are in memory before, as ours are."""

    def __init__(self, clients, conf, matrix):
        training = clients.folds != HOLD_OUT
        apart = clients.stopping(training, conf["earlyStoppingShare"])
        self.parts = [(clients.features[rows], clients.target[rows])
                      for rows in (training & ~apart, apart)]
        self.conf, self.matrix = conf, matrix
        self.parameters = {
            "objective": "binary:logistic", "eval_metric": "logloss", "tree_method": "hist",
            "eta": conf["eta"], "max_depth": conf["maxDepth"][0],
            "min_child_weight": conf["minChildWeight"], "subsample": conf["subsample"],
            "colsample_bytree": conf["colsampleBytree"][0], "lambda": conf["lambda"][0],
            "alpha": conf["alpha"], "max_bin": conf["maxBin"], "seed": conf["seed"],
            "nthread": conf["threads"]}

    def matrices(self):
        threads = self.conf["threads"]
        (rows, target), (apart, outcome) = self.parts
        if self.matrix == "DMatrix":
            return (xgboost.DMatrix(rows, target, nthread=threads),
                    xgboost.DMatrix(apart, outcome, nthread=threads))
        learning = xgboost.QuantileDMatrix(rows, target, max_bin=self.conf["maxBin"],
                                           nthread=threads)
        return learning, xgboost.QuantileDMatrix(apart, outcome, ref=learning, nthread=threads)

    def fit(self):
        start, work = time.perf_counter(), time.process_time()
        learning, stopping = self.matrices()
        booster = xgboost.train(
            self.parameters, learning, self.conf["rounds"], evals=[(stopping, "eval")],
            early_stopping_rounds=self.conf["earlyStoppingRounds"], verbose_eval=False)
        times = time.perf_counter() - start, time.process_time() - work
        return times, booster[:booster.best_iteration + 1]


def trees(booster):
    """The trees alone, as text: structure, thresholds, leaf values."""
    model = json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]["trees"]
    return [json.dumps(tree, sort_keys=True) for tree in model]


def say_same(label, ours, theirs, clients):
    """Compares the trees and the margins of every labelled client."""
    both = [trees(booster) for booster in (ours, theirs)]
    rows = xgboost.DMatrix(clients.features)
    margins = [booster.predict(rows, output_margin=True) for booster in (ours, theirs)]
    equal = int((margins[0].view(np.int32) == margins[1].view(np.int32)).sum())
    print(f"{label}: {len(both[0])} and {len(both[1])} trees, "
          f"{sum(a == b for a, b in zip(*both))} of them the same; {equal:,} of {len(clients.target):,} "
          f"margins equal bit for bit, largest difference {np.abs(margins[0] - margins[1]).max():.3g}")


def measure(ours, theirs, pairs):
    """Wall and processor seconds of every fit but the first of each, by name."""
    times = {name: [] for name in ("ours", *theirs)}
    print("wall (processor) s " + " ".join(f"{name:>20}" for name in times), flush=True)
    for pair in range(pairs + 1):
        row = {"ours": ours.fit()}
        for name, side in theirs.items():
            row[name], side.booster = side.fit()
        print(f"{f'pair {pair}' if pair else 'to warm up':18} " + " ".join(
            f"{f'{wall:.2f} ({work:.2f})':>20}" for wall, work in row.values()), flush=True)
        if pair:
            for name, value in row.items():
                times[name].append(value)
    return times


def report(times):
    medians = {name: np.median(values, axis=0) for name, values in times.items()}
    print(f"{'medians':18} " + " ".join(f"{f'{wall:.2f} ({work:.2f})':>20}"
                                        for wall, work in medians.values()))
    for name in list(times)[1:]:
        wall, work = medians["ours"] / medians[name]
        pairs = [ours[0] / theirs[0] for ours, theirs in zip(times["ours"], times[name])]
        print(f"ours / Python with {name}: wall {wall:.3f} (pairs {min(pairs):.3f} to "
              f"{max(pairs):.3f}), processor {work:.3f}")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--work", required=True, type=Path, help="workspace with a training")
    parser.add_argument("--model", required=True, type=Path, help="file that COMMAND writes")
    parser.add_argument("--matrices", nargs="+", default=["DMatrix"],
                        choices=["DMatrix", "QuantileDMatrix"], help="of Python XGBoost")
    parser.add_argument("--log", required=True, type=Path, help="file for COMMAND's messages")
    parser.add_argument("--pairs", type=int, default=3, help="measured, after one to warm up")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    _, clients = read_clients(options.work)
    ours = Ours(options.command, options.log)
    conf = ours.conf["xgboost"] | {key: ours.conf[key] for key in ("seed", "threads")}
    theirs = {name: Theirs(clients, conf, name) for name in options.matrices}
    print(f"{(clients.folds != HOLD_OUT).sum():,} training clients, {clients.features.shape[1]} "
          f"features, {conf}", flush=True)
    times = measure(ours, theirs, options.pairs)
    ours.close()
    report(times)
    booster = xgboost.Booster(model_file=str(options.model))
    for name, side in theirs.items():
        say_same(f"ours and Python {xgboost.__version__} {name}", booster, side.booster, clients)
    print("load of the machine at the end: " + " ".join(f"{load:.2f}" for load in os.getloadavg()))


if __name__ == "__main__":
    run(main)
