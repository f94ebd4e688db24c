"""A PostgreSQL server of Debian's package, in a folder of its own, durable as a real one."""

import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import running


def programs():
    """The folder of the newest release's programs, or None where the package is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    return found[-1].parent if found else None


class Postgres:
    def __init__(self, bin_folder, options=""):
        self.bin, self.port, self.options = bin_folder, running.free_port(), options
        # PostgreSQL refuses root, and its user may enter a folder of its own alone.
        self.folder = Path(tempfile.mkdtemp(prefix="clairscore-postgres-"))
        self.password = secrets.token_hex(16)
        self.password_file = self.folder / "password"
        self.password_file.write_text(self.password)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            shutil.chown(self.password_file, "postgres", "postgres")
        self.run("initdb", "-D", self.data, "-U", "clairscore", "-A", "scram-sha-256", f"--pwfile={self.password_file}",
                 "-E", "UTF8", "--no-locale")
        self.start()

    @property
    def data(self):
        return str(self.folder / "data")

    @property
    def settings(self):
        """Settings of the service for this store."""
        return {"store.user": "clairscore", "store.passwordFile": str(self.password_file), "store.tls": "NONE"}

    @property
    def url(self):
        return f"jdbc:postgresql://127.0.0.1:{self.port}/postgres"

    @property
    def psql(self):
        return ["env", f"PGPASSWORD={self.password}", str(self.bin / "psql"), "-h", "127.0.0.1", "-p", str(self.port),
                "-U", "clairscore", "-d", "postgres", "-q"]

    def run(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", env={**os.environ, "LC_ALL": "C.UTF-8"})
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr or done.stdout}")

    def start(self):
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o",
                 f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder} {self.options}", "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def read_only(self, on):
        """Every transaction that begins from now on, in this or another connection, may write or may not."""
        value = "on" if on else "off"
        # Not in a transaction that is read-only itself.
        statements = ["set default_transaction_read_only = off",
                      f"alter system set default_transaction_read_only = {value}", "select pg_reload_conf()"]
        subprocess.run([*self.psql, *(part for each in statements for part in ("-c", each))], check=True,
                       stdout=subprocess.DEVNULL)

    def clean(self):
        try:
            self.stop("immediate")
        except RuntimeError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *nothing):
        self.clean()
