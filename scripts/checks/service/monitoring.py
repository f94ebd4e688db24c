"""Recomputes what GET /api/monitoring says of predictions and outcomes with numpy and scikit-learn.

Scores clients of a published version at a running service, tells it outcomes drawn from a seed, waits until it has
summed both up, then reads the rows of its SQLite store and computes missing rates, means, standard deviations, the
stability index, the expected figures and their intervals, and the observed ones again. The service is started for
this alone, on an empty store and for everybody on this machine:

    scripts/serve --workspace WORKSPACE --insecure-local --set store.url=jdbc:sqlite:OUT/check.db --set server.port=8099
    scripts/checks/python scripts/checks/service/monitoring.py --address http://127.0.0.1:8099 --store OUT/check.db \
        --published WORKSPACE/published

Exit code 1 if a figure differs, 2 if nothing can be compared.
"""

import json
import sqlite3
import struct
import time
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np
from sklearn.metrics import accuracy_score, roc_auc_score

from common import CheckError, argument_parser, run

CLOSE = 1e-9
PATIENCE_SECONDS = 60
INDEX_RECORD = 32
LEVELS = ["VERY_HIGH_RISK", "HIGH_RISK", "SLIGHTLY_HIGH_RISK", "MEDIUM_RISK", "SLIGHTLY_LOW_RISK", "LOW_RISK",
          "VERY_LOW_RISK"]


def ask(address, path, body=None):
    """The JSON answer to a request; one with a body is a POST."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except (urllib.error.URLError, ValueError) as error:
        raise CheckError(f"{path} is not answered", str(error),
                         "start the service as --help says, and name its address") from None


def clients(published, most):
    """Client numbers of the live version, from its index."""
    try:
        version = (published / "current").read_text().strip()
        index = (published / version / "clients" / "clients.index").read_bytes()
    except OSError as error:
        raise CheckError("the published version cannot be read", str(error), "name the folder of versions") from None
    return [struct.unpack_from(">i", index, at)[0] for at in range(0, len(index), INDEX_RECORD)][:most], version


def act(address, numbers, seed):
    """Scores every client, and tells an outcome for every second prediction."""
    random = np.random.default_rng(seed)
    for place, client in enumerate(numbers):
        told = ask(address, f"/api/clients/{client}/score?purpose=review", {})
        if place % 2 == 0:
            outcome = int(random.random() < 3 * told["score"]["probability"])
            ask(address, f"/api/clients/{client}/outcomes",
                {"prediction": told["event"], "outcome": outcome, "date": "2026-11-27"})


def summed_up(address, predictions, outcomes):
    """The monitoring page once it knows everything."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        page = ask(address, "/api/monitoring?days=1&language=en")
        if page["predictions"]["count"] >= predictions and page["observed"]["known"] >= outcomes:
            return page
        time.sleep(1)
    raise CheckError("the service does not sum up what it stored", f"not within {PATIENCE_SECONDS} s",
                     "look for WARN lines in its log")


def stored(store):
    """Rows of the store: predictions as columns, outcome or NaN beside each."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    rows = connection.execute(
        "select event_id, probability, points, decision, level, features from prediction_events order by 1").fetchall()
    told = {}
    for prediction, payload in connection.execute(
            "select prediction_id, payload from audit_events where kind = 'OUTCOME' order by event_id"):
        told[prediction] = json.loads(payload)["outcome"]
    ids, probability, points, decision, level, features = zip(*rows)
    return {"probability": np.array(probability), "points": np.array(points), "level": np.array(level),
            "refused": np.array(decision) == "REFUSED",
            "features": np.array([np.frombuffer(blob, "<f4") for blob in features], dtype=float),
            "outcome": np.array([told.get(one, np.nan) for one in ids])}


def expected_auc(points, probability):
    """AUC with each client counted as a default of its probability, over all pairs of two clients."""
    weight = np.outer(probability, 1 - probability)
    np.fill_diagonal(weight, 0)
    order = np.subtract.outer(points, points)
    return (weight[order < 0].sum() + weight[order == 0].sum() / 2) / weight.sum()


def stability(before, after):
    r, c = (np.array(counts) + 0.5 for counts in (before, after))
    r, c = r / r.sum(), c / c.sum()
    return float(((r - c) * np.log(r / c)).sum())


def figures(page, rows, bundle):
    """Triples of a name, what the page says and what the rows give."""
    threshold = bundle["threshold"]
    missed, lost = threshold["falseNegativeCost"], threshold["falsePositiveCost"]
    p, refused = rows["probability"], rows["refused"]
    cost = np.where(refused, lost * (1 - p), missed * p)
    spread = np.where(refused, lost, missed) ** 2 * p * (1 - p)
    estimated = {one["figure"]: one for one in page["estimated"]["figures"]}
    yield "predictions", page["predictions"]["count"], len(p)
    yield "refusal rate", page["predictions"]["refusalRate"], refused.mean()
    yield "expected default rate", estimated["DEFAULT_RATE"]["value"], p.mean()
    yield "expected cost", estimated["COST_PER_CLIENT"]["value"], cost.mean()
    yield "its bound", estimated["COST_PER_CLIENT"]["bound"], 1.959963984540054 * np.sqrt(spread.sum()) / len(p)
    yield "expected recall", estimated["RECALL"]["value"], p[refused].sum() / p.sum()
    yield "expected AUC", estimated["AUC"]["value"], expected_auc(rows["points"], p)
    before = [one["trainingCount"] for one in page["score"]["levels"]]
    yield "stability index", page["score"]["psi"], stability(before, [(rows["level"] == name).sum() for name in LEVELS])
    for one in page["features"]:
        values = rows["features"][:, bundle["features"].index(one["name"])]
        known = values[np.isfinite(values)]
        yield one["name"] + " missing", one["missing"], 1 - len(known) / len(values)
        yield one["name"] + " mean", one["mean"], known.mean() if len(known) else None
        yield one["name"] + " deviation", one["deviation"], known.std(ddof=1) if len(known) > 1 else None
    known = np.isfinite(rows["outcome"])
    outcome, refusals = rows["outcome"][known].astype(int), refused[known].astype(int)
    observed = {one["figure"]: one for one in page["observed"]["figures"]}
    yield "known outcomes", page["observed"]["known"], known.sum()
    yield "observed AUC", observed["AUC"]["value"], roc_auc_score(outcome, -rows["points"][known])
    yield "observed accuracy", observed["ACCURACY"]["value"], accuracy_score(outcome, refusals)
    real = missed * ((outcome == 1) & (refusals == 0)) + lost * ((outcome == 0) & (refusals == 1))
    yield "observed cost", observed["COST_PER_CLIENT"]["value"], real.mean()
    yield "its upper end", observed["COST_PER_CLIENT"]["high"], real.mean() + 1.959963984540054 * real.std() / np.sqrt(
        len(real))


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--address", required=True, help="of the running service")
    parser.add_argument("--store", required=True, help="its SQLite file")
    parser.add_argument("--published", required=True, help="folder of the published versions")
    parser.add_argument("--clients", type=int, default=300, help="how many are scored")
    parser.add_argument("--seed", type=int, default=1, help="of the outcomes")
    options = parser.parse_args()
    numbers, version = clients(Path(options.published), options.clients)
    bundle = json.loads((Path(options.published) / version / "bundle" / "bundle.json").read_text())
    act(options.address, numbers, options.seed)
    page = summed_up(options.address, len(numbers), (len(numbers) + 1) // 2)
    compared = different = 0
    for name, told, found in figures(page, stored(options.store), bundle):
        compared += 1
        same = told == found or (told is not None and found is not None and
                                 abs(told - found) <= CLOSE * max(1, abs(found)))
        if not same:
            different += 1
            print(f"DIFFERENT {name}: told {told}, found {found}")
    print(f"{compared} figures of {len(numbers)} predictions compared, {different} differ")
    return 1 if different or compared < 20 else 0


if __name__ == "__main__":
    run(main)
