"""The service's OpenAPI document, prepared for a tester: values that exist where a schema allows any."""

import copy
import random


def with_known_values(document, known):
    """A copy in which parameters named in `known` take those values alone.

    What answers may look like is not touched; requests become ones that find something."""
    made = copy.deepcopy(document)
    for operations in made["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", []) if isinstance(operation, dict) else []:
                values = known.get(parameter.get("name"))
                if values and parameter.get("in") in ("path", "query"):
                    parameter["schema"] = {"enum": values}
                    parameter.pop("example", None)
                    parameter.pop("examples", None)
    return made


def known_values(service, clients, token=None):
    """Values that exist, by the name of the parameter."""
    dice = random.Random(5)
    known = {"client": dice.sample(clients, min(40, len(clients))),
             "purpose": ["application", "review", "complaint", "audit"], "language": ["fr", "en"]}
    for name, path, read in (
            ("date", "/api/drift/history", lambda answer: [entry["date"] for entry in answer["reports"]]),
            ("version", "/api/versions", lambda answer: [entry["version"] for entry in answer["versions"]])):
        try:
            known[name] = read(service.get(path, token))
        except (RuntimeError, KeyError, TypeError):
            continue
    return known


def operations(document):
    """Every operation as METHOD PATH."""
    return [f"{method.upper()} {path}" for path, methods in document["paths"].items()
            for method in methods if method in ("get", "post", "put", "delete", "patch")]
