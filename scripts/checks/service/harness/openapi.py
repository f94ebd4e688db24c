"""The service's OpenAPI document, prepared for a tester: values that exist where a schema allows any."""

import copy


def with_known_values(document, known):
    """A copy in which parameters and bodies take known values alone (`known.Known`).

    What answers may look like is not touched; requests become ones that come to something."""
    made = copy.deepcopy(document)
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            name = f"{method.upper()} {path}"
            values = {**known.parameters[None], **known.parameters.get(name, {})}
            for parameter in operation.get("parameters", []):
                if parameter["name"] in values:
                    parameter["schema"] = {"enum": values[parameter["name"]]}
            if name in known.bodies:
                for content in operation["requestBody"]["content"].values():
                    content["schema"] = {"enum": known.bodies[name]}
    return made


def operations(document):
    """Every operation as METHOD PATH."""
    return [f"{method.upper()} {path}" for path, methods in document["paths"].items()
            for method in methods if method in ("get", "post", "put", "delete", "patch")]
