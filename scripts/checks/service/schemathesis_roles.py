#!/usr/bin/env python3
"""Schemathesis over the service's OpenAPI document, one process for each role, in rounds until there were enough requests.

Half of the rounds know clients, dates and versions that exist, so that they come to answers; the other half take the
document as it is. Logins, passwords and logouts, which a token cannot do, are visits of people. What must hold: no 5xx but 503, which is counted; every answer is one the document tells of, by its
status, type, headers and schema; what the document forbids is refused; and every operation was answered with success
at least --successes times by a role that may use it. The histogram of operations and statuses is printed and written.

  scripts/checks/service/schemathesis WORKSPACE [--requests 200000] [--minutes M] [--roles ADVISOR,REVIEWER,...]
      [--successes 50] [--out FOLDER]
"""

import collections
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import accounts, load, openapi, running, verdict
from harness.known import Known, visits  # noqa: E402

PROGRAM = running.ROOT / ".venv" / "schemathesis" / "bin" / "schemathesis"
# What a role may not do it is refused, and unknown clients are not found: accepting valid data is not demanded.
EXCLUDED = "positive_data_acceptance,use_after_free,ensure_resource_availability"


class Role:
    """The rounds of one role: counts of (operation, status), and of failures by check."""

    def __init__(self, name, token, service, documents, options):
        self.name, self.token, self.service, self.documents, self.options = name, token, service, documents, options
        self.counts, self.failures, self.samples, self.rounds = collections.Counter(), collections.Counter(), {}, 0

    @property
    def requests(self):
        return sum(self.counts.values())

    def run(self, wanted, until):
        while self.requests < wanted and time.monotonic() < until:
            before = self.requests
            self.round()
            if self.requests == before:
                raise RuntimeError(f"a round of {self.name} sent nothing; see {self.options.out}")

    def round(self):
        self.rounds += 1
        document = self.documents[(self.rounds - 1) % len(self.documents)]
        events = Path(self.options.out) / f"{self.name}.ndjson"
        said = Path(self.options.out) / f"{self.name}.txt"
        arguments = [PROGRAM, "run", document, "-u", self.service.url, "-n", str(self.options.examples),
                     "--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-shrink",
                     "--exclude-checks", EXCLUDED, "--seed", str(1000 * self.rounds + len(self.name)),
                     "--suppress-health-check", "all", "--request-timeout", "30", "--output-sanitize", "false",
                     "--report", "ndjson", "--report-ndjson-path", events]
        if self.token:
            arguments += ["-H", f"Authorization: Bearer {self.token}"]
        with open(said, "w") as out:
            subprocess.run([str(each) for each in arguments], stdout=out, stderr=out, cwd=self.options.out)
        with open(events) as lines:
            for line in lines:
                self.read(json.loads(line))
        events.unlink()

    def read(self, event):
        scenario = event.get("ScenarioFinished", {}).get("recorder", {})
        for case, interaction in scenario.get("interactions", {}).items():
            answer = interaction.get("response")
            status = answer["status_code"] if answer else 0
            self.counts[scenario["label"], status] += 1
            for check in scenario.get("checks", {}).get(case, []):
                if check["status"] == "failure" and not (check["name"] == "not_a_server_error" and status == 503):
                    self.fail(check, scenario["label"], status, interaction)

    def fail(self, check, label, status, interaction):
        key = check["name"], label, status
        self.failures[key] += 1
        if key not in self.samples:
            request = interaction["request"]
            told = check.get("failure_info", {}) or {}
            failure = told.get("failure", {}) if isinstance(told, dict) else {}
            self.samples[key] = (f"{request['method']} {request['uri'][:200]} "
                                 f"{json.dumps(request.get('body'))[:200]}: {json.dumps(failure)[:500]}")


def histogram(roles, operations, out):
    rows = []
    for operation in operations:
        for role in roles:
            statuses = {status: n for (label, status), n in role.counts.items() if label == operation}
            if statuses:
                rows.append((operation, role.name, verdict.tally(statuses)))
    lines = [f"{operation:<58} {role:<14} {tally}" for operation, role, tally in rows]
    (Path(out) / "histogram.txt").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


def judge(roles, operations, options, service, seconds):
    judge = verdict.Verdict("schemathesis")
    statuses = collections.Counter()
    successes = collections.Counter()
    failures, samples = collections.Counter(), {}
    for role in roles:
        for (label, status), n in role.counts.items():
            statuses[status] += n
            successes[label] += n if 200 <= status < 400 else 0
        failures.update(role.failures)
        samples.update(role.samples)
    total = sum(statuses.values())
    for (check, label, status), n in failures.most_common(40):
        print(f"  {n:>6,} x {check}: {label} answered {status}\n           {samples[check, label, status]}")
    judge.must(total >= options.requests, f"{total:,} requests in {seconds:.0f} s by {len(roles)} roles")
    judge.note(verdict.tally(statuses))
    failed = sum(n for status, n in statuses.items() if status == 0 or (status >= 500 and status != 503))
    judge.must(failed == 0, f"{failed:,} answers 5xx but 503, or none; {statuses[503]:,} were 503")
    judge.must(not failures, f"{sum(failures.values()):,} answers that break the document, in {len(failures)} ways")
    few = sorted((successes[each], each) for each in operations
                 if successes[each] < options.successes and each not in options.without.split(","))
    judge.must(not few, f"{len(operations) - len(few)} of {len(operations)} operations succeeded at least "
                        f"{options.successes} times" + "".join(f"\n            {n:>4} {each}" for n, each in few))
    judge.must(service.process.poll() is None and service.status() == 200, "the service is ready after")
    judge.end()


def main():
    parser = verdict.parser(__doc__)
    parser.add_argument("--requests", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--roles", default=",".join((*accounts.ROLES, "NONE")),
                        help="LOCAL is everybody of --insecure-local, NONE nobody")
    parser.add_argument("--successes", type=int, default=50)
    parser.add_argument("--without", default="GET /oidc/login,GET /oidc/callback",
                        help="operations that cannot succeed here: no provider is configured")
    parser.add_argument("--examples", type=int, default=60, help="cases of an operation in each phase of a round")
    parser.add_argument("--at-once", type=int, default=2, help="roles at a time")
    parser.add_argument("--out", default=None)
    options = parser.parse_args()
    options.out = options.out or tempfile.mkdtemp(prefix="schemathesis-")
    Path(options.out).mkdir(parents=True, exist_ok=True)
    running.build()
    names = options.roles.split(",")
    clients = load.client_numbers(options.workspace)
    with running.Service(options.workspace, options=["--insecure-local"] if "LOCAL" in names else []) as service:
        service.start()
        tokens = {name: accounts.token(service, name) for name in names}
        document = service.get("/openapi.json")
        known = Known(service.port, options.workspace, clients, accounts.token(service, "ADMINISTRATOR", "maker"),
                      accounts.token(service, "REVIEWER", "decider"))
        visited = visits(service.port, known, options.successes)
        documents = []
        for name, each in (("known", openapi.with_known_values(document, known)), ("plain", document)):
            documents.append(Path(options.out) / f"{name}.json")
            documents[-1].write_text(json.dumps(each))
        roles = [Role(name, tokens[name], service, documents, options) for name in names]
        begin = time.monotonic()
        until, seats = begin + options.minutes * 60, threading.Semaphore(options.at_once)

        def take_seat(role):
            with seats:
                role.run(options.requests / len(roles), until)

        threads = [threading.Thread(target=take_seat, args=(role,)) for role in roles]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        operations = openapi.operations(document)
        histogram(roles, operations, options.out)
        people = Role("PEOPLE", None, service, documents, options)
        people.counts.update({(operation, 200): n for operation, n in visited.items()})
        roles.append(people)
        judge(roles, operations, options, service, time.monotonic() - begin)


if __name__ == "__main__":
    main()
