"""Vectors of published clients as plans of requests: ours and MLServer's (Open Inference), FastAPI's, MLflow's.

Run by scripts/bench/service/requests with the Python of scripts/checks/python, which has DuckDB.
"""

import json
import math
import sys
from pathlib import Path

import duckdb


def main():
    version, out, most, name = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    bundle = json.loads((version / "bundle" / "bundle.json").read_text())
    features = [each if isinstance(each, str) else each["name"] for each in bundle["features"]]
    columns = ", ".join('"feature.' + each.replace('"', '""') + '"' for each in features)
    rows = duckdb.sql(f"select {columns} from '{version}/population/clients.parquet' "
                      f"using sample reservoir({most} rows) repeatable (7)").fetchall()
    vectors = [[None if value is None or math.isnan(value) else value for value in row] for row in rows]
    tensor = {"name": "features", "shape": [1, len(features)], "datatype": "FP32"}
    write(out / "infer.tsv", f"/v2/models/{name}/infer", ({"inputs": [{**tensor, "data": row}]} for row in vectors))
    write(out / "fastapi.tsv", "/score", ({"features": row} for row in vectors))
    # By name, since the model names its features; MLflow refuses null, and Python's JSON knows NaN.
    write(out / "mlflow.tsv", "/invocations",
          ({"dataframe_split": {"columns": features, "data": [[math.nan if value is None else value for value in row]]}}
           for row in vectors))


def write(file, path, bodies):
    with open(file, "w") as lines:
        for body in bodies:
            lines.write(f"POST\t{path}\t{json.dumps(body, separators=(',', ':'))}\n")


if __name__ == "__main__":
    main()
