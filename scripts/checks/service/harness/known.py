"""Things that exist, for a tester of the API: clients, dossiers, predictions, reviews, accounts, tokens, versions.

Made over the API itself before a run, so that requests drawn from a document of these values come to answers."""

import gzip
import http.client
import json
import random
import re
import struct
from pathlib import Path

MANY = 150


class Api:
    """Requests with a bearer token or a cookie; an exception unless the answer is a success."""

    def __init__(self, port, token=None):
        self.port, self.headers = port, {"Authorization": f"Bearer {token}"} if token else {}
        self.headers["Sec-Fetch-Site"] = "same-origin"

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {**self.headers, **({"Content-Type": "application/json"} if body is not None else {})}
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self.headers["Cookie"] = cookie.split(";")[0]
        connection.close()
        if not 200 <= answer.status < 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:400]}")
        return json.loads(text) if "json" in answer.getheader("Content-Type", "") else text.decode(errors="replace")


def dossiers(workspace, most):
    """Dossiers of published clients, from the client store."""
    published = Path(workspace) / "published"
    folder = published / (published / "current").read_text().strip() / "clients"
    records = list(struct.iter_unpack(">iiqiqi", (folder / "clients.index").read_bytes()))
    found = []
    for _, shard, offset, length, _, _ in random.Random(9).sample(records, most):
        with open(folder / f"shard-{shard:05d}.gz", "rb") as documents:
            documents.seek(offset)
            found.append(json.loads(gzip.decompress(documents.read(length)))["dossier"])
    return sorted(found, key=lambda each: len(json.dumps(each)))[:max(5, most // 3)]


def files_of(api, page):
    """Names of the files that a page of the service links to below its own address."""
    return sorted(set(re.findall(rf'{page}/([A-Za-z0-9._-]+)"', api.ask("GET", page))))


class Known:
    """`parameters` by operation and name (operation None: every one), `bodies` by operation."""

    def __init__(self, port, workspace, clients, administrator, reviewer):
        self.admin, self.reviewer = Api(port, administrator), Api(port, reviewer)
        dice = random.Random(5)
        self.parameters, self.bodies = {None: {"client": dice.sample(clients, min(40, len(clients)))}}, {}
        self.people()
        self.decided(self.parameters[None]["client"][0])
        self.applicants(dossiers(workspace, 30))
        self.model()
        self.documents()

    def limit(self, operation, **values):
        self.parameters.setdefault(operation, {}).update(values)

    def account(self, name, program=True, role="MONITOR"):
        return self.admin.ask("POST", "/api/accounts", {"name": name, "roles": [role], "program": program})

    def people(self):
        gone, stay, people = (
            [self.account(f"{kind}-{i}", program=kind != "human")["account"] for i in range(many)]
            for kind, many in (("gone", MANY), ("stay", 12), ("human", 12)))
        # A token makes no tokens: people do.
        chief = logged_in(self.admin.port, self.account("chief", program=False, role="ADMINISTRATOR"), "chief of tokens 1")
        tokens = [chief.ask("POST", "/api/tokens", {"account": stay[i % 12]["name"], "name": f"t{i}", "days": 5})
                  for i in range(MANY)]
        self.limit("DELETE /api/accounts/{account}", account=[each["id"] for each in gone])
        self.limit("DELETE /api/tokens/{token}", token=[each["token"]["id"] for each in tokens])
        self.limit("POST /api/accounts/{account}/password", account=[each["id"] for each in people])
        self.limit("PUT /api/accounts/{account}/roles", account=[each["id"] for each in stay])
        # Each of them once: an account that is disabled is not disabled again.
        for change in ("disable", "enable"):
            those = [self.account(f"{change}-{i}")["account"]["id"] for i in range(MANY)]
            self.limit(f"POST /api/accounts/{{account}}/{change}", account=those)
            if change == "enable":
                for each in those:
                    self.admin.ask("POST", f"/api/accounts/{each}/disable")
        self.bodies["PUT /api/accounts/{account}/roles"] = [{"roles": ["MONITOR"]}, {"roles": ["ADVISOR", "MONITOR"]}]
        self.bodies["POST /api/accounts"] = [{"name": f"new-{i}", "roles": ["ADVISOR"], "program": i % 2 == 0}
                                             for i in range(MANY)]

    def decided(self, client):
        predictions = [self.reviewer.ask("POST", f"/api/clients/{client}/score?purpose=application")["event"]
                       for _ in range(20)]
        reviews = [self.reviewer.ask("POST", f"/api/clients/{client}/reviews", {"reason": "The client asks for it."})
                   ["event"] for _ in range(MANY)]
        base = "/api/clients/{client}"
        for path in (f"POST {base}/decisions", f"POST {base}/outcomes", f"POST {base}/reviews",
                     f"POST {base}/reviews/{{review}}/end"):
            self.limit(path, client=[client])
        self.limit(f"POST {base}/reviews/{{review}}/end", review=reviews)
        self.bodies[f"POST {base}/decisions"] = [
            {"decision": decision, "prediction": number, "reason": "Seen with the client."}
            for number in predictions for decision in ("ACCEPTED", "REFUSED")]
        self.bodies[f"POST {base}/reviews"] = [{"reason": f"Asked again {i}."} for i in range(20)]
        self.bodies[f"POST {base}/reviews/{{review}}/end"] = [{"reason": "Looked at again."}]
        self.bodies[f"POST {base}/outcomes"] = [{"date": "2026-11-20", "outcome": i % 2, "prediction": number}
                                                for i, number in enumerate(predictions)]

    def applicants(self, found):
        changes = [{"AMT_CREDIT": 100_000 + 5_000 * i} for i in range(20)]
        self.bodies["POST /api/applicants"] = found
        self.bodies["POST /api/scores"] = [{"dossiers": found[i:i + 2]} for i in range(len(found) - 1)]
        self.bodies["POST /api/applicants/simulation"] = [{"dossier": each, "changes": change}
                                                          for each, change in zip(found, changes)]
        self.bodies["POST /api/clients/{client}/simulation"] = [{"changes": change} for change in changes]

    def model(self):
        name = "clairscore"
        told = self.reviewer.ask("GET", f"/v2/models/{name}")
        self.limit(None, model=[name])
        width = told["inputs"][0]["shape"][-1]
        dice = random.Random(3)
        tensors = [{"inputs": [{"name": told["inputs"][0]["name"], "datatype": "FP32", "shape": [1, width],
                                "data": [round(dice.uniform(-1, 1), 3) for _ in range(width)]}]} for _ in range(10)]
        for path in ("/v2/models/{model}", "/v2/models/{model}/versions/{version}"):
            self.bodies[f"POST {path}/infer"] = tensors
            for operation in (f"GET {path}", f"GET {path}/ready", f"GET {path}/config", f"POST {path}/infer"):
                self.limit(operation, version=told["versions"])
        live = self.admin.ask("GET", "/api/versions")
        self.limit("POST /api/versions/{version}/use", version=[live["live"]])

    def documents(self):
        self.limit("GET /docs/{file}", file=files_of(self.admin, "/docs"))
        self.limit("GET /login/{file}", file=files_of(self.admin, "/login"))
        dates = self.admin.ask("GET", "/api/drift/reports")["dates"]
        if dates:
            self.limit(None, date=dates)
        alerts = [each["id"] for each in self.admin.ask("GET", "/api/monitoring/alerts")["alerts"]]
        if alerts:
            self.limit(None, alert=alerts)
        moments = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"]
        self.limit("GET /api/monitoring/series", **{"from": moments[:1], "until": moments[1:]})


def logged_in(port, made, password):
    """A person's session, whose one-time password is replaced by another."""
    person = Api(port)
    person.ask("POST", "/api/login", {"name": made["account"]["name"], "password": made["password"],
                                      "newPassword": password})
    return person


def visits(port, known, times):
    """Logins by people, each with a token made, a change of password and a logout: successes by operation."""
    done = {}
    for i in range(times):
        first, second = f"a first password {i}!", f"a second password {i}!"
        person = logged_in(port, known.account(f"visitor-{i}", program=False), first)
        for operation, body in (("GET /api/me", None), ("POST /api/tokens", {"name": "mine", "days": 3}),
                                ("POST /api/password", {"password": first, "newPassword": second}),
                                ("POST /api/logout", None)):
            method, path = operation.split()
            person.ask(method, path, body)
            done[operation] = done.get(operation, 0) + 1
        done["POST /api/login"] = done.get("POST /api/login", 0) + 1
    return done
