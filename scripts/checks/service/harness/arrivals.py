"""The load generator of constant arrival rate (serving/benchmarks, package load), and plans of requests for it and wrk."""

import json
import os
import random
import subprocess
import tempfile
from pathlib import Path

from . import load, running

SOURCES = running.ROOT / "serving" / "benchmarks" / "src" / "main" / "java" / "io" / "clairscore" / "benchmarks" / "load"
CLASSES = running.ROOT / "serving" / "benchmarks" / "target" / "load"


def build():
    """Compiles the generator, which needs nothing but Java."""
    CLASSES.mkdir(parents=True, exist_ok=True)
    javac = str(Path(running.java()).with_name("javac")) if "/" in running.java() else "javac"
    subprocess.run([javac, "-d", str(CLASSES), *map(str, SOURCES.glob("*.java"))], check=True)


def plan(file, lines):
    """Writes a plan: method, path and body between tabs, one request a line."""
    Path(file).write_text("".join("\t".join(line) + "\n" for line in lines))
    return file


def client_plan(file, clients, method="POST", path=load.SCORE, most=400_000):
    """A plan over all clients, in random order."""
    chosen = random.Random(3).sample(clients, min(most, len(clients)))
    return plan(file, [(method, path.format(client), "") for client in chosen])


def arrive(url, plan_file, rate, seconds, warm_up=5, connections=64, token=None):
    """Figures of a run, as the generator prints them. A rate of 0 sends on each connection as soon as it is free."""
    done = subprocess.run(
        [running.java(), "-Xmx512m", "-XX:+UseSerialGC", "-cp", str(CLASSES), "io.clairscore.benchmarks.load.ArrivalLoad",
         "--url", url, "--plan", str(plan_file), "--rate", str(rate), "--seconds", str(seconds), "--warm-up",
         str(warm_up), "--connections", str(connections)],
        capture_output=True, text=True, env={**os.environ, "CLAIRSCORE_TEST_LOAD_TOKEN": token or ""})
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def temporary_plan(clients, method="POST", path=load.SCORE):
    handle, name = tempfile.mkstemp(suffix=".tsv", prefix="plan-")
    os.close(handle)
    return client_plan(name, clients, method, path)


def capacity(url, plan_file, seconds=10, connections=32, token=None):
    """Requests per second that are accepted when each of some connections always has one under way."""
    figures = arrive(url, plan_file, 0, seconds, warm_up=5, connections=connections, token=token)
    return figures["accepted"]["count"] / seconds, figures
