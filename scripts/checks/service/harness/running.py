"""The service as a process of its own, on a store and a port of its own."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
# CLAIRSCORE_TEST_TRIED_JAR names another build of the service, which is then tried as it is.
GIVEN = os.environ.get("CLAIRSCORE_TEST_TRIED_JAR")
JAR = Path(GIVEN) if GIVEN else ROOT / "serving" / "service" / "target" / "clairscore-service.jar"
# A load of one principal is what these checks are about, so its limit is out of the way.
OPEN_LIMITS = {"server.limits.requestsPerSecond": 10_000_000, "server.limits.burst": 10_000_000,
               "server.limits.probesPerMinute": 10_000_000, "server.limits.clientsPerHour": 10_000_000}


def build():
    """Builds the jar and its archive of classes unless they are newer than the sources."""
    if not GIVEN:
        subprocess.run([ROOT / "scripts" / "build", "service"], check=True)


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command(arguments, flags=()):
    """The command line of the program, as scripts/serve starts it."""
    archive = JAR.with_suffix(".jsa")
    return [java(), f"@{ROOT / 'conf' / 'service.jvm'}", f"-XX:SharedArchiveFile={archive}", *flags,
            "-jar", str(JAR), *arguments]


class Service:
    """A service of a workspace. `start` begins it, again after its end; the store stays until `clean`."""

    def __init__(self, workspace, store=None, settings=None, options=("--insecure-local",), flags=(),
                 environment=None, folder=None):
        self.workspace = Path(workspace)
        self.folder = Path(folder or tempfile.mkdtemp(prefix="clairscore-service-"))
        self.store = store or f"jdbc:sqlite:{self.folder / 'service.db'}"
        self.settings = {"published": self.workspace / "published", "reports": self.workspace / "reports",
                         "store.url": self.store, "store.lastingDisk": "true", "server.accessLog": "false",
                         **OPEN_LIMITS, **(settings or {})}
        self.options, self.flags, self.environment = list(options), flags, environment or {}
        self.port, self.process, self.starts = free_port(), None, 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def overrides(self):
        return [part for name, value in self.settings.items() for part in ("--set", f"{name}={value}")]

    def start(self, wait=True):
        self.starts += 1
        with open(self.folder / "service.log", "ab") as log:
            self.process = subprocess.Popen(
                command(["serve", *self.options, *self.overrides(), "--set", f"server.port={self.port}"], self.flags),
                stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                env={**os.environ, "MALLOC_ARENA_MAX": "2", **self.environment})
        if wait:
            self.wait_ready()
        return self

    def tool(self, *arguments):
        """Runs another command of the program on the same store; its exit code and what it said."""
        done = subprocess.run(command([*arguments, *self.overrides()]), capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, env={**os.environ, **self.environment})
        return done.returncode, done.stdout + done.stderr

    def status(self, path="/health/ready", timeout=2.0):
        """The status of an answer, or 0 for none."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status
        except (OSError, http.client.HTTPException):
            return 0

    def wait_ready(self, seconds=60, path="/health/ready"):
        """Seconds until it is ready; an exception with its log if it ends or does not become so."""
        begin = time.monotonic()
        while time.monotonic() - begin < seconds:
            if self.status(path) == 200:
                return time.monotonic() - begin
            if self.process.poll() is not None:
                raise RuntimeError(f"the service ended with {self.process.returncode}\n{self.log()}")
            time.sleep(0.02)
        raise RuntimeError(f"the service is not ready after {seconds} s\n{self.log()}")

    def get(self, path, token=None):
        """The JSON of an answer; an exception unless it is a 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"} if token else {})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"GET {path}: {answer.status} {body[:300]}")
        return json.loads(body)

    def rss_mb(self):
        return self._memory("VmRSS")

    def peak_mb(self):
        return self._memory("VmHWM")

    def _memory(self, name):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith(name):
                return int(line.split()[1]) / 1024
        return 0.0

    def cpu_seconds(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        return self.process.wait()

    def stop(self, seconds=40):
        """SIGTERM; its exit code and how long it took."""
        begin = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(seconds)
        return code, time.monotonic() - begin

    def log(self, lines=30):
        return "\n".join((self.folder / "service.log").read_text(errors="replace").splitlines()[-lines:])

    def clean(self):
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *nothing):
        self.clean()
