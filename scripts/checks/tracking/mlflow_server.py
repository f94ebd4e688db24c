"""Prints what an MLflow server holds, a line per fact, in an order that does not depend on time."""

import sys

import mlflow
from mlflow.tracking import MlflowClient


def main():
    mlflow.set_tracking_uri(sys.argv[1])
    client = MlflowClient()
    for experiment in client.search_experiments():
        lines = []
        for run in client.search_runs([experiment.experiment_id]):
            points = sum(len(client.get_metric_history(run.info.run_id, key)) for key in run.data.metrics)
            files = len(list_files(client, run.info.run_id, ""))
            inputs = sorted(f"{i.dataset.name} {i.dataset.digest}" for i in run.inputs.dataset_inputs)
            child = "  " if "mlflow.parentRunId" in run.data.tags else ""
            lines.append(f"{child}run {run.info.run_name} {run.info.status}: {len(run.data.params)} parameters, "
                         f"{points} metric points, {len(run.data.tags)} tags, {files} files, inputs {inputs}")
        print(f"experiment {experiment.name}: {len(lines)} runs")
        print("".join(f"{line}\n" for line in sorted(lines)), end="")
    for model in client.search_registered_models():
        for version in sorted(client.search_model_versions(f"name='{model.name}'"), key=lambda v: int(v.version)):
            run = client.get_run(version.run_id).info.run_name
            print(f"model {model.name} version {version.version}: run {run}, {version.status}")
        for alias, version in sorted(model.aliases.items()):
            print(f"model {model.name} alias {alias}: version {version}")


def list_files(client, run, path):
    files = []
    for entry in client.list_artifacts(run, path):
        files += list_files(client, run, entry.path) if entry.is_dir else [entry.path]
    return files


if __name__ == "__main__":
    main()
