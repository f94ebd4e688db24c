"""Makes the golden models of the scorer's tests from random numbers, with Python xgboost 3.2.0.

    python make_golden.py        (writes beside itself; numpy and xgboost==3.2.0 must be installed)

<name>.json is the model; each line of <name>.tsv is one vector: its features and its margin as
hexadecimal floats, then pred_contribs (bias last) in decimals, absent where a feature is infinite,
which pred_contribs refuses. base_margins.tsv holds the margin of an empty ensemble by base_score.
"""
import json
from pathlib import Path

import numpy as np
import xgboost as xgb

assert xgb.__version__ == "3.2.0", xgb.__version__
HERE = Path(__file__).parent
EXTREMES = np.array(
    [np.nan, 0.0, -0.0, np.inf, -np.inf, 3.4028235e38, -3.4028235e38, 1e-45, -1e-45], np.float32
)


def table(rng, rows, columns):
    x = rng.normal(size=(rows, columns)).astype(np.float32)
    x[:, 1] = np.round(x[:, 1])
    x[:, 2] = np.round(x[:, 2] * 1e6)
    x[rng.random((rows, columns)) < rng.uniform(0.0, 0.6, columns)] = np.nan
    return x


def vectors(rng, booster, columns):
    x = table(rng, 60, columns)
    extreme = rng.choice(EXTREMES, (40, columns)).astype(np.float32)
    exact = table(rng, 40, columns)  # values that equal a threshold, or lie one step beside it
    frame = booster.trees_to_dataframe()
    for row in exact:
        for _, split in frame[frame.Feature != "Leaf"].sample(4, random_state=rng.integers(1 << 31)).iterrows():
            threshold = np.float32(split.Split)
            row[int(split.Feature[1:])] = rng.choice(
                [threshold, np.nextafter(threshold, np.float32(np.inf)), np.nextafter(threshold, np.float32(-np.inf))]
            )
    missing = np.full((1, columns), np.nan, np.float32)
    return np.vstack([x, extreme, exact, missing])


def write(name, seed, columns, rounds, **parameters):
    rng = np.random.default_rng(seed)
    x = table(rng, 1500, columns)
    z = np.nan_to_num(x)
    risk = z[:, 0] - z[:, 1] * (z[:, 0] > 0) + 0.5 * np.isnan(x[:, 1]) - 2.3
    y = (rng.random(len(x)) < 1 / (1 + np.exp(-risk))).astype(int)
    booster = xgb.train(
        {"objective": "binary:logistic", "nthread": 1, "seed": 1, **parameters}, xgb.DMatrix(x, y), rounds
    )
    booster.save_model(HERE / f"{name}.json")
    v = vectors(rng, booster, columns)
    margins = booster.inplace_predict(v, predict_type="margin")
    with open(HERE / f"{name}.tsv", "w") as out:
        for row, margin in zip(v, margins):
            cells = [float(c).hex().replace("nan", "NaN").replace("inf", "Infinity") for c in row]
            cells.append(float(margin).hex())
            if not np.isinf(row).any():
                matrix = xgb.DMatrix(row[None])
                assert booster.predict(matrix, output_margin=True)[0] == margin
                cells += [repr(float(c)) for c in booster.predict(matrix, pred_contribs=True)[0]]
            out.write("\t".join(cells) + "\n")


def write_base_margins():
    rng = np.random.default_rng(5)
    model = json.loads((HERE / "small.json").read_text())
    for tree in model["learner"]["gradient_booster"]["model"]["trees"]:
        leaf = [child == -1 for child in tree["left_children"]]
        tree["split_conditions"] = [0.0 if at else c for at, c in zip(leaf, tree["split_conditions"])]
        tree["base_weights"] = [0.0 if at else c for at, c in zip(leaf, tree["base_weights"])]
    row = xgb.DMatrix(np.zeros((1, 8), np.float32))
    scores = [0.5, 0.0807, 0.1154, 0.999, 1e-6, 1e-7, 0.9999999, 0.25, *rng.uniform(0.001, 0.999, 400)]
    with open(HERE / "base_margins.tsv", "w") as out:
        for score in np.array(scores, np.float32):
            text = f"[{score:.8E}]"
            model["learner"]["learner_model_param"]["base_score"] = text
            booster = xgb.Booster()
            booster.load_model(bytearray(json.dumps(model).encode()))
            out.write(f"{text}\t{float(booster.predict(row, output_margin=True)[0]).hex()}\n")


write("small", 11, 8, 20, max_depth=4)
write("pruned", 12, 6, 12, max_depth=5, gamma=1.0, tree_method="exact")
write("deep", 13, 3, 4, max_depth=9, min_child_weight=0.1)
write_base_margins()
