"""Opens a registered model with mlflow.xgboost.load_model and serves it with `mlflow models serve`,
and compares both with the margins that the run's evidence gives: Spark's and the Java walker's."""

import json
import math
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import mlflow.pyfunc
import mlflow.xgboost
import numpy
import pandas
import xgboost
from deltalake import DeltaTable

from common import CheckError, argument_parser, run

SECONDS_TO_START = 120


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--workspace", required=True, type=Path)
    parser.add_argument("--run", required=True, help="run that trained the model")
    parser.add_argument("--model", required=True, help="models:/<name>@<alias>")
    parser.add_argument("--rows", type=int, default=1000)
    arguments = parser.parse_args()
    features, margins = rows(arguments)
    booster = mlflow.xgboost.load_model(arguments.model)
    if booster.feature_names != list(features.columns):
        raise CheckError("the names in the booster are not those of the table", "another model, or no names",
                         "name the run that trained the model")
    opened = booster.predict(xgboost.DMatrix(features), output_margin=True)
    function = numpy.asarray(mlflow.pyfunc.load_model(arguments.model).predict(features.astype("float64")))
    served = serve(arguments.model, features)
    probability = booster.predict(xgboost.DMatrix(features))
    results = {
        "load_model margin against Spark's": numpy.abs(opened - margins.sparkMargin).max(),
        "load_model margin against the walker's": numpy.abs(opened - margins.walkerMargin).max(),
        "pyfunc probability against load_model's": numpy.abs(function - probability).max(),
        "served probability against load_model's": numpy.abs(served - probability).max(),
        "served probability against 1/(1+exp(-walker margin))":
            numpy.abs(served - 1 / (1 + numpy.exp(-margins.walkerMargin))).max(),
    }
    print(f"{len(features)} clients, {features.shape[1]} features, {int(features.isna().sum().sum())} cells missing")
    limits = [0, 0, 0, 0, 1e-6]
    for (name, difference), limit in zip(results.items(), limits):
        print(f"  largest difference of {name}: {difference:.3g} (limit {limit:g})")
    return int(any(difference > limit or math.isnan(difference)
                   for difference, limit in zip(results.values(), limits)))


def rows(arguments):
    """Feature rows of clients with evidence, by client, and their margins as float32."""
    margins = pandas.read_csv(arguments.workspace / "runs" / arguments.run / "evidence" / "margins.csv")
    margins = margins.head(arguments.rows).set_index("SK_ID_CURR").astype("float32")
    if len(margins) < arguments.rows:
        raise CheckError(f"there are only {len(margins)} clients with margins", "a small data set", "lower --rows")
    table = DeltaTable(str(arguments.workspace / "tables" / "features")).to_pyarrow_table()
    frame = table.to_pandas().set_index("SK_ID_CURR").drop(columns="TARGET")
    return frame.loc[margins.index].astype("float32"), margins


def serve(model, features):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "mlflow"), "models", "serve", "--model-uri", model, "--host",
               "127.0.0.1", "--port", str(port), "--env-manager", "local"]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    process = subprocess.Popen(command, start_new_session=True, env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True)
    try:
        wait(port, process)
        # Python writes every digit that a float needs; pandas writes a fixed number of decimals.
        cells = [[None if math.isnan(cell) else cell for cell in row] for row in features.astype("float64").values.tolist()]
        body = {"dataframe_split": {"columns": list(features.columns), "data": cells}}
        request = urllib.request.Request(f"http://127.0.0.1:{port}/invocations", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=SECONDS_TO_START) as answer:
            return numpy.asarray(json.load(answer)["predictions"], dtype="float32")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def wait(port, process):
    for _ in range(SECONDS_TO_START * 2):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ping", timeout=2):
                return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.5)
    os.killpg(process.pid, signal.SIGTERM)
    raise CheckError("mlflow models serve does not answer", process.stdout.read()[-2000:], "see its output above")


if __name__ == "__main__":
    run(main)
