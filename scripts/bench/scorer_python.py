"""Times Python XGBoost on the model and the rows of the scorer's benchmark: one row at a time, one
thread, as a service would call it. Prints a line per call: name, median and 99th percentile in
microseconds, separated by tabs. Needs numpy and any version of xgboost that reads the model."""

import argparse
import time
from pathlib import Path

import numpy as np
import xgboost


def microseconds(call, rows, seconds):
    """The time of each call on one row after another, after a fifth of the time to warm up."""
    for deadline, times in ((time.perf_counter() + seconds / 5, []),
                            (time.perf_counter() + seconds * 6 / 5, [])):
        row = 0
        while time.perf_counter() < deadline:
            start = time.perf_counter_ns()
            call(rows[row % len(rows):row % len(rows) + 1])
            times.append((time.perf_counter_ns() - start) / 1000)
            row += 1
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="with model.json and rows.f32")
    parser.add_argument("--seconds", type=float, default=10, help="per call")
    options = parser.parse_args()
    booster = xgboost.Booster(model_file=str(options.folder / "model.json"))
    booster.set_param({"nthread": 1})
    rows = np.fromfile(options.folder / "rows.f32", "<f4").reshape(-1, booster.num_features())
    calls = {
        "score inplace_predict": lambda row: booster.inplace_predict(row, predict_type="margin"),
        "score DMatrix predict": lambda row: booster.predict(
            xgboost.DMatrix(row, nthread=1), output_margin=True),
        "explain pred_contribs": lambda row: booster.predict(
            xgboost.DMatrix(row, nthread=1), pred_contribs=True),
    }
    for name, call in calls.items():
        times = microseconds(call, rows, options.seconds)
        print(f"Python {xgboost.__version__} {name}\t{np.median(times):.1f}\t"
              f"{np.percentile(times, 99):.1f}", flush=True)


if __name__ == "__main__":
    main()
