"""Loads the trained bundle with Python XGBoost and compares its margins, bit for bit, with those
the Java side wrote to margins.csv (Spark's and the plain-Java tree walker's)."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import xgboost

from common import CheckError, argument_parser, run
from feature_table import CLIENT, FeatureTable


def bundle_features(folder):
    """The feature names of the bundle, in the model's order."""
    path = Path(folder) / "bundle.json"
    if not path.is_file():
        raise CheckError(f"no {path}", "not a bundle folder", "pass the folder of one trained model")
    features = json.loads(path.read_text()).get("features")
    if not features:
        raise CheckError(f"{path} has no list `features`", "written by another version",
                         "train again with this version")
    return features


def read_margins(folder):
    """margins.csv as float32, read through text so that no digit is lost on the way."""
    path = Path(folder) / "margins.csv"
    if not path.is_file():
        raise CheckError(f"no {path}", "the parity export has not run", "export the margins first")
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    expected = [CLIENT, "sparkMargin", "walkerMargin"]
    if list(table) != expected:
        raise CheckError(f"{path} has columns {list(table)}", f"expected {expected}",
                         "export the margins again")
    table[CLIENT] = table[CLIENT].astype(np.int64)
    for column in expected[1:]:
        table[column] = table[column].astype(np.float64).astype(np.float32)
    return table


def python_margins(model_file, rows, features):
    """Margins of a saved model on the rows."""
    booster = xgboost.Booster(model_file=str(model_file))
    if booster.num_features() != len(features):
        raise CheckError(f"{model_file} takes {booster.num_features()} features, the bundle lists "
                         f"{len(features)}", "files of different models", "restore the bundle")
    if booster.feature_names and booster.feature_names != features:
        raise CheckError(f"{model_file} names its features otherwise than bundle.json",
                         "files of different models", "restore the bundle")
    matrix = xgboost.DMatrix(rows, missing=np.nan, feature_names=booster.feature_names)
    return booster.predict(matrix, output_margin=True)


def report(label, margins, reference, clients):
    """Prints how many margins are the same 32 bits; returns the number that are not."""
    different = margins.view(np.uint32) != reference.view(np.uint32)
    distance = np.abs(margins.astype(np.float64) - reference.astype(np.float64))
    worst = int(np.argmax(distance))
    print(f"  {label:<34} {len(margins) - different.sum():>9,} of {len(margins):,} equal, largest "
          f"difference {distance[worst]:.3g}"
          + (f" (client {clients[worst]}: {margins[worst]!s} against {reference[worst]!s})"
             if different.any() else ""))
    return int(different.sum())


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--ours", required=True, type=Path, help="bundle folder with model.ubj, "
                        "model.json, bundle.json and margins.csv")
    parser.add_argument("--features", required=True, help="Delta feature table (or Parquet)")
    options = parser.parse_args()
    features = bundle_features(options.ours)
    margins = read_margins(options.ours)
    table = FeatureTable(options.features, "features")
    clients = margins[CLIENT].to_numpy()
    at = np.searchsorted(table.clients, clients)
    known = table.clients[np.minimum(at, len(table.clients) - 1)] == clients
    if not known.all() or not len(clients):
        raise CheckError(f"{(~known).sum()} of {len(clients)} clients of margins.csv have no "
                         "features", "another feature table", "pass the table the model scored")
    rows = table.read(features, np.float32)[at]
    print(f"xgboost {xgboost.__version__}, {len(clients):,} clients, {len(features)} features")
    ubj, text = (python_margins(options.ours / name, rows, features)
                 for name in ("model.ubj", "model.json"))
    wrong = report("model.json against model.ubj", text, ubj, clients)
    wrong += report("Spark against Python model.ubj", margins["sparkMargin"].to_numpy(), ubj, clients)
    wrong += report("walker against Python model.ubj", margins["walkerMargin"].to_numpy(), ubj,
                    clients)
    return 1 if wrong else 0


if __name__ == "__main__":
    run(main)
