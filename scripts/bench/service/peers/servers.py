"""The peers, each in its best documented form for the cores of this machine, as processes to start and to end."""

import http.client
import json
import os
import signal
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]


def memory_mb(pid):
    """Memory of a process and its children, pages that they share counted once (PSS)."""
    total, waiting = 0.0, [pid]
    while waiting:
        each = waiting.pop()
        try:
            waiting += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
            for line in open(f"/proc/{each}/smaps_rollup"):
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) / 1024
        except OSError:
            continue
    return total


class Peer:
    """A server of one model; `environment` is the name of its virtual environment below .venv."""

    def __init__(self, name, environment, port, ready, arguments, variables=None, folder=None):
        self.name, self.environment, self.port, self.ready = name, environment, port, ready
        self.arguments, self.variables, self.folder = arguments, variables or {}, folder or HERE
        self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, log):
        binaries = ROOT / ".venv" / self.environment / "bin"
        self.process = subprocess.Popen(
            [str(binaries / self.arguments[0]), *self.arguments[1:]], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log, start_new_session=True,
            env={**os.environ, "PATH": f"{binaries}:{os.environ['PATH']}", "OMP_NUM_THREADS": "1", **self.variables})
        begin = time.monotonic()
        while time.monotonic() - begin < 180:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", self.ready)
                if connection.getresponse().status == 200:
                    return self
            except (OSError, http.client.HTTPException):
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise RuntimeError(f"{self.name} did not start; see its log")

    def memory_mb(self):
        return memory_mb(self.process.pid)

    def stop(self):
        # MLServer with workers hangs on SIGTERM; nothing of it is to be kept.
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def all_peers(bundle, work, ports, workers):
    """Every peer on the model of a bundle; `ports` gives free ones."""
    model = Path(bundle) / "model.ubj"
    mlserver = Path(work) / "mlserver"
    mlserver.mkdir(parents=True, exist_ok=True)
    peers = [Peer("FastAPI", "fastapi", port := ports(), "/ready",
                  ["uvicorn", "fastapi_app:app", "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers),
                   "--no-access-log", "--log-level", "warning"], {"MODEL": str(model)})]
    for parallel in (workers, 0):
        folder = mlserver / str(parallel)
        (folder / "credit").mkdir(parents=True, exist_ok=True)
        (folder / "credit" / "model-settings.json").write_text(json.dumps({
            "name": "credit", "implementation": "mlserver_xgboost.XGBoostModel", "parameters": {"uri": str(model)}}))
        port, grpc, metrics = ports(), ports(), ports()
        (folder / "settings.json").write_text(json.dumps({
            "host": "127.0.0.1", "http_port": port, "grpc_port": grpc, "metrics_port": metrics, "debug": False,
            "parallel_workers": parallel}))
        peers.append(Peer(f"MLServer, {parallel} workers", "mlserver", port, "/v2/models/credit/ready",
                          ["mlserver", "start", str(folder)], {"MLSERVER_PARALLEL_WORKERS": str(parallel)}, folder))
    saved = Path(work) / "mlflow-model"
    if not saved.exists():
        subprocess.run([str(ROOT / ".venv" / "mlflow-serve" / "bin" / "python"), "-c",
                        "import sys, mlflow.xgboost, xgboost; mlflow.xgboost.save_model("
                        "xgboost.Booster(model_file=sys.argv[1]), sys.argv[2], model_format='ubj')",
                        str(model), str(saved)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = ports()
    peers.append(Peer("mlflow models serve", "mlflow-serve", port, "/ping",
                      ["mlflow", "models", "serve", "-m", str(saved), "-h", "127.0.0.1", "-p", str(port), "-w",
                       str(workers), "--env-manager", "local"],
                      {"MLFLOW_DISABLE_TELEMETRY": "true", "MLFLOW_TRACKING_URI": f"sqlite:///{work}/mlflow.db"}, work))
    return peers
