"""The real tritonclient from PyPI asks the service by the Open Inference Protocol.

Health, metadata and configuration of the model; the golden rows of the bundle sent as binary tensors (the client's
default) and answered with the margin XGBoost itself gave, bit for bit; the same in JSON; many at a time; a wrong model,
shape and datatype, and a missing role, each refused in words the client shows.

  scripts/checks/service/triton WORKSPACE [--times 200]
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import accounts, running, verdict  # noqa: E402

NAME = "clairscore"


def golden(workspace):
    """Vectors and margins of the bundle's golden rows."""
    import numpy
    published = Path(workspace) / "published"
    version = (published / "current").read_text().strip()
    rows = json.loads((published / version / "bundle" / "golden.json").read_text())["rows"]
    numbers = [[float("nan") if value is None else value for value in row["features"]] for row in rows]
    margins = [row["margin"] for row in rows]
    return numpy.array(numbers, dtype=numpy.float32), numpy.array(margins, dtype=numpy.float32)


def asked(triton, vectors, binary):
    """Margins, probabilities, points and decisions of vectors."""
    values = triton.InferInput("features", list(vectors.shape), "FP32")
    values.set_data_from_numpy(vectors, binary_data=binary)
    return values


def bearer(token):
    """Headers of their own for each request: the client adds the length of its head to those it is given."""
    return {"Authorization": f"Bearer {token}"}


def refused(judge, what, ask):
    from tritonclient.utils import InferenceServerException
    try:
        ask()
        judge.must(False, f"{what} is refused")
    except InferenceServerException as error:
        judge.must(bool(error.message()), f"{what} is refused: {error.message()}")


def main():
    parser = verdict.parser(__doc__)
    parser.add_argument("--times", type=int, default=200)
    options = parser.parse_args()
    import numpy
    import tritonclient.http as triton
    running.build()
    judge = verdict.Verdict("triton")
    vectors, margins = golden(options.workspace)
    vectors, margins = vectors[:100], margins[:100]
    with running.Service(options.workspace, options=()) as service:
        service.start()
        tokens = {role: accounts.token(service, role) for role in ("REVIEWER", "ADVISOR")}

        def reviewer():
            return bearer(tokens["REVIEWER"])

        client = triton.InferenceServerClient(f"127.0.0.1:{service.port}", concurrency=4)
        judge.must(client.is_server_live() and client.is_server_ready(), "the server lives and is ready")
        judge.must(client.is_model_ready(NAME, headers=reviewer()), "the model is ready")
        metadata = client.get_model_metadata(NAME, headers=reviewer())
        judge.must(metadata["inputs"][0]["shape"] == [-1, vectors.shape[1]], f"{vectors.shape[1]} features")
        version = metadata["versions"][0]
        judge.must(client.is_model_ready(NAME, version, headers=reviewer()), f"version {version} is ready")
        judge.must(client.get_model_config(NAME, headers=reviewer())["max_batch_size"] >= 1, "there is a configuration")
        judge.must("binary_tensor_data" in client.get_server_metadata(headers=reviewer())["extensions"], "binary tensors")

        told = client.infer(NAME, [asked(triton, vectors, True)], headers=reviewer())
        same = told.as_numpy("margin").tobytes() == margins.tobytes()
        judge.must(same, f"{len(vectors)} golden rows in binary: the margins of XGBoost, bit for bit")
        judge.must(set(told.as_numpy("decision")) <= {b"ACCEPTED", b"REFUSED"}, "decisions as bytes")
        full = numpy.nan_to_num(vectors)
        both = [client.infer(NAME, [asked(triton, full, binary)],
                             outputs=[triton.InferRequestedOutput(name, binary_data=binary)
                                      for name in ("margin", "probability", "points")], headers=reviewer())
                for binary in (True, False)]
        judge.must(all((both[0].as_numpy(name) == both[1].as_numpy(name)).all()
                       for name in ("margin", "probability", "points")), "the same in JSON and in binary")
        many = [client.async_infer(NAME, [asked(triton, vectors[i % len(vectors)][None], True)], headers=reviewer())
                for i in range(options.times)]
        judge.must(all(each.get_result().as_numpy("margin")[0] == margins[i % len(margins)]
                       for i, each in enumerate(many)), f"{options.times} requests at a time")

        refused(judge, "another model", lambda: client.infer("other", [asked(triton, vectors, True)], headers=reviewer()))
        refused(judge, "another shape", lambda: client.infer(NAME, [asked(triton, vectors[:, 1:], True)], headers=reviewer()))
        refused(judge, "nobody", lambda: client.infer(NAME, [asked(triton, vectors, True)]))
        refused(judge, "an advisor", lambda: client.infer(NAME, [asked(triton, vectors, True)], headers=bearer(tokens["ADVISOR"])))
        infinite = vectors.copy()
        infinite[0, 0] = numpy.inf
        refused(judge, "an infinity", lambda: client.infer(NAME, [asked(triton, infinite, True)], headers=reviewer()))
    judge.end()


if __name__ == "__main__":
    main()
