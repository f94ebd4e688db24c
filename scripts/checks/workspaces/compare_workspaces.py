"""Compares two workspaces, such as one made before a change of the program and one made after it
from the same data with the same run id. Looked at are every Delta table (schema, properties, rows
as a multiset), and every other file: models byte for byte, client shards unzipped, JSON value by
value, texts line by line. What may differ is the list EXPECTED of this script (--expected prints
it); everything else is a difference, and exit code 1. An intended difference is accepted by
--accept FILE, lines of a glob over the names printed, a tab and the reason."""

import difflib
import fnmatch
import gzip
import hashlib
import json
import re
from itertools import zip_longest
from pathlib import Path

import duckdb
import numpy as np
from deltalake import DeltaTable

from common import CheckError, argument_parser, run

# What two runs of one program differ in. Each is replaced by its name before anything is compared.
EXPECTED = {
    "<workspace>": "the folder of the workspace",
    "<time>": "moments, such as 2026-01-31T10:00:00Z, and milliseconds since 1970 under a key `time` (as 0)",
    "<day>": "the days on which the workspace's model was trained and its report made, where no date was given",
    "<run>": "names of runs made of the moment, such as 20260131-100000",
    "<id>": "random identifiers of tracked runs (UUID)",
    "<commit>": "the git commit that the program was built from",
    "<seconds>": "how long something took: keys and metrics of DURATION, columns of tables whose header ends in ` s`",
    "order": "the order of keys of a configuration, in its own file and in the inputs of a step",
    "<digest>": "SHA-256 of files of the workspace that hold one of the above: the digest of the file "
                "with these replaced is compared instead",
    "<files>": "digests of a population in a drift report: of the names of its files, which are random",
    "shards": "which shard of published/*/clients a client lies in, with its index and their manifest: before format 2 "
              "Spark cut shards by a sample; the clients are compared in their order, whatever the shard",
    "pdf": "runs/*/documents/*.pdf, which hold a moment; each is made of the .md and .svg beside it, which are compared",
    "quantiles": "values of published/*/profiles.json, which are within 0.001 of their share of the clients "
                 "only; both values are looked up in the table `features`",
}
QUANTILE_ERROR = 0.001   # what FeatureProfile promises
DIFF_LINES = 4000   # difflib takes quadratic time
IGNORED = ("*.lock", "*.crc", "*/_delta_log/*", "*/clients.index", "*/documents/*.pdf")
SHARD = re.compile(r"(published/[^/]+/clients)/shard-\d+\.gz")

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\b)")
RUN = re.compile(r"\b20\d{6}-\d{6}\b")
UUID = re.compile(r"\b[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b")
COMMIT = re.compile(r"\b[0-9a-f]{40}\b")
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
MILLIS = re.compile(r'("time"\s*:\s*)\d{13}\b')
DURATION = re.compile(r'("(?:fit|refit|predict)Seconds"\s*:\s*|"key"\s*:\s*"[\w.]+_seconds",\s*"value"\s*:\s*)[-+.\dE]+')
MADE_BY_SAMPLE = re.compile(r'("path"\s*:\s*"(?:profiles.json|clients/[^"]+)",\s*"bytes"\s*:\s*)\d+(,\s*"sha256"\s*:\s*)"\w+"')
QUANTILE = re.compile(r"\$\[(\d+)\]\.quantiles\.(.+)")
TEXT = (".json", ".jsonl", ".html", ".md", ".txt", ".csv", ".tsv", ".svg", ".yaml", ".sha256", "MLmodel", "aliases")


class Number(str):
    """A number as it is written: 1 is not 1.0, and no digit is lost."""

    def __repr__(self):
        return str(self)


class Workspace:
    """One side: its Delta tables, its files by name, and their content without what is expected to differ."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        if not self.folder.is_dir() or not (self.folder / "tables").is_dir():
            raise CheckError(f"{folder} is no workspace", "it has no folder `tables`",
                             "name a folder that scripts/run made")
        # A copy still tells where it was made.
        self.places = {str(self.folder), *self.found("runs/*/summary.txt", r"(?m)^workspace (/.*)$")}
        self.days = sorted(set(self.found("models/*/bundle.json", r'"created"\s*:\s*"(\d{4}-\d\d-\d\d)T')
                               + self.found("reports/drift/latest.json", r'"created"\s*:\s*"(\d{4}-\d\d-\d\d)T')))
        self.populations = self.found("reports/drift/*.json", r'"sha256"\s*:\s*"(\w{64})"')
        tables = {path.parent for path in self.folder.rglob("_delta_log")}
        self.tables = {self.name(path): path for path in sorted(tables)}
        self.files = {self.name(path): path for path in sorted(self.folder.rglob("*"))
                      if path.is_file() and not tables.intersection(path.parents)
                      and not any(fnmatch.fnmatch(str(path), ignored) for ignored in IGNORED)}
        self.shards = {}
        for name in [name for name in self.files if SHARD.fullmatch(name)]:
            self.shards.setdefault(SHARD.fullmatch(name)[1], []).append(self.files.pop(name))
        self.files.update({name: self.folder / name for name in self.shards})
        self.digests = {}
        # A digest may be of a file that holds a digest itself: checksums within a manifest.
        for _ in range(2):
            self.digests = self.replaced_digests()

    def found(self, pattern, expression):
        """What an expression finds in the files of a pattern."""
        return [value for path in self.folder.glob(pattern) for value in re.findall(expression, path.read_text())]

    def name(self, path):
        """The path within the workspace, without moments in names."""
        return self.still(str(path.relative_to(self.folder)))

    def still(self, text):
        for place in self.places:
            text = text.replace(place, "<workspace>")
        text = MILLIS.sub(r"\g<1>0", MOMENT.sub("<time>", text))
        text = DURATION.sub(r"\g<1>0", text)
        text = COMMIT.sub("<commit>", UUID.sub("<id>", RUN.sub("<run>", text)))
        for day in self.days:
            text = text.replace(day, "<day>")
        for digest in self.populations:
            text = text.replace(digest, "<files>").replace(digest[:12], "<files>")
        return MADE_BY_SAMPLE.sub(r'\g<1>0\g<2>"<sample>"', text)

    def replaced_digests(self):
        digests = {}
        for path in (path for path in self.files.values() if path.is_file()):
            content = path.read_bytes()
            still = self.content(path)
            if still != content:
                digests[hashlib.sha256(content).hexdigest()] = hashlib.sha256(still).hexdigest()
        return digests

    def content(self, path):
        """The bytes of a file without what is expected to differ, unzipped; of a client store, all its shards'."""
        if path.is_dir():
            return b"".join(gzip.decompress(shard.read_bytes()) for shard in self.shards[self.name(path)])
        content = path.read_bytes()
        if path.suffix == ".gz":
            return gzip.decompress(content)
        # Generated data are large, and functions of a seed: nothing of the run is in them.
        if not path.name.endswith(TEXT) or self.folder / "synthetic" in path.parents:
            return content
        text = self.still(without_seconds(path.name, content.decode()))
        if path.name == "configuration.json":
            text = in_order(text)
        return DIGEST.sub(lambda found: self.digests.get(found[0], found[0]), text).encode()


    def is_quantile(self, feature, share, value):
        """Whether a value stands at a share of the clients' values of a feature, within the error."""
        values = DeltaTable(str(self.tables["tables/features"])).to_pyarrow_table(columns=[feature])[feature]
        values = np.array([cell for cell in values.to_pylist() if cell is not None and cell == cell])
        error = QUANTILE_ERROR + 1 / len(values)
        return (values < value).mean() <= share + error and (values <= value).mean() >= share - error


def without_seconds(name, text):
    """A CSV file, or the tables of a Markdown file, without the columns whose header ends in ` s`."""
    separator = {"csv": ",", "md": "|"}.get(name.rsplit(".", 1)[-1])
    lines, timed = text.split("\n"), []
    for at, line in enumerate(lines if separator else []):
        cells = line.split(separator)
        header = at == 0 if separator == "," else not (at and lines[at - 1].startswith("|"))
        if header:
            timed = [column for column, cell in enumerate(cells) if cell.strip(' "').endswith(" s")]
        elif timed:
            lines[at] = separator.join("<seconds>" if column in timed else cell for column, cell in enumerate(cells))
    return "\n".join(lines)


def in_order(value):
    """A text with the keys of the JSON object in it in order; anything else as it is."""
    start = value.find("{") if type(value) is str else -1
    try:
        found, end = json.JSONDecoder().raw_decode(value[start:])
        return value[:start] + json.dumps(found, sort_keys=True) + value[start + end:] if start >= 0 else value
    except (json.JSONDecodeError, TypeError):
        return value


def parsed(name, content):
    """The value of a JSON file, or of each line of a JSON-lines file; None for other files."""
    numbers = {"parse_float": Number, "parse_int": Number}
    if name.endswith(".json"):
        return json.loads(content, **numbers)
    if name.endswith(".jsonl") or fnmatch.fnmatch(name, "published/*/clients"):
        return one_after_another(content.decode(), json.JSONDecoder(**numbers))
    return None


def one_after_another(text, decoder):
    """The JSON values of a text that holds them one after another, with or without blanks between."""
    values, at = [], 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        while at < len(text) and text[at].isspace():
            at += 1
    return values


def json_differences(before, after, path="$"):
    """Yields (path, before, after) of each value that differs."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            yield from json_differences(before.get(key, "(absent)"), after.get(key, "(absent)"), f"{path}.{key}")
    elif isinstance(before, list) and isinstance(after, list):
        for at, (old, new) in enumerate(zip_longest(before, after, fillvalue="(absent)")):
            yield from json_differences(old, new, f"{path}[{at}]")
    elif type(before) is not type(after) or in_order(before) != in_order(after):
        yield path, before, after


def profile_differences(before, after, old, new):
    """Differences of profiles, but for quantiles that are right within their error on both sides."""
    for path, one, other in json_differences(old, new):
        place = QUANTILE.fullmatch(path)
        if not place or not all(side.is_quantile(profiles[int(place[1])]["feature"], float(place[2]), float(value))
                                for side, profiles, value in ((before, old, one), (after, new, other))):
            yield path, one, other


def around(before, after, width=60):
    """The neighbourhood of the first character that differs: a line may be a whole page."""
    at = next((at for at, pair in enumerate(zip_longest(before, after)) if pair[0] != pair[1]), 0)
    start = max(0, at - width // 2)
    cut = lambda text: ("..." if start else "") + text[start:at + width] + ("..." if len(text) > at + width else "")
    return cut(before), cut(after)


def lines_of(differences, shown):
    """Lines that tell the first differences, and how many there are."""
    lines, count = [], 0
    for where, before, after in differences:
        count += 1
        if count <= shown:
            old, new = around(str(before), str(after))
            lines += [f"{where}", f"  before: {old}", f"  after:  {new}"]
    return [*lines, f"{count:,} differences"] if count else []


def text_differences(before, after):
    """Yields (line, before, after) of lines that differ, as diff finds them in texts that people read."""
    old, new = before.splitlines(), after.splitlines()
    if len(old) == len(new) or len(old) + len(new) > DIFF_LINES:
        yield from ((f"line {at + 1}", *pair) for at, pair in enumerate(zip_longest(old, new, fillvalue="(absent)"))
                    if pair[0] != pair[1])
        return
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for at, pair in enumerate(zip_longest(old[i:j], new[k:m], fillvalue="(absent)")):
                yield f"line {i + at + 1}", *pair


def compare_files(name, before, after, shown):
    """Why two files differ, as lines; none if they do not."""
    old, new = before.content(before.files[name]), after.content(after.files[name])
    if old == new:
        return []
    values = parsed(name, old), parsed(name, new)
    if fnmatch.fnmatch(name, "published/*/profiles.json"):
        return lines_of(profile_differences(before, after, *values), shown)
    if values[0] is not None:
        return lines_of(json_differences(*values), shown) or (
            [] if name.endswith(("begun.json", "done.json")) else ["same values in another layout"])
    try:
        return lines_of(text_differences(old.decode(), new.decode()), shown)
    except UnicodeDecodeError:
        at = next(at for at, pair in enumerate(zip_longest(old, new)) if pair[0] != pair[1])
        return [f"{len(old):,} bytes before, {len(new):,} after; the first that differs is number {at:,}"]


def compare_tables(name, before, after, shown):
    """Why two Delta tables differ, as lines; none if they do not. Rows are compared as a multiset."""
    sides = before, after
    tables = [DeltaTable(str(side.tables[name])) for side in sides]
    versions = [table.version() for table in tables]
    lines = [] if versions[0] == versions[1] else [f"version {versions[0]} before, {versions[1]} after"]
    properties = [json.loads(side.still(json.dumps(table.metadata().configuration)))
                  for side, table in zip(sides, tables)]
    lines += lines_of(json_differences(*properties, "property"), shown)
    rows = [table.to_pyarrow_dataset() for table in tables]
    schemas = [{field.name: str(field.type) for field in table.schema} for table in rows]
    if list(schemas[0].items()) != list(schemas[1].items()):
        return lines + lines_of(json_differences(*schemas, "column"), shown) + (
            ["columns in another order"] if schemas[0] == schemas[1] else [])
    connection = duckdb.connect()
    for side, table, dataset in zip(sides, ("before", "after"), rows):
        connection.register(f"read_{table}", dataset)
        # Days that nobody gave are those of the run, in tables as in texts.
        days = ", ".join(f"DATE '{day}'" for day in side.days) or "NULL"
        dates = [field.name for field in dataset.schema if str(field.type).startswith("date32")]
        replaced = ", ".join(f'CASE WHEN "{date}" IN ({days}) THEN NULL ELSE "{date}" END AS "{date}"'
                             for date in dates)
        connection.execute(f"CREATE VIEW {table} AS SELECT * {f'REPLACE ({replaced})' if dates else ''} "
                           f"FROM read_{table}")
    only = {}
    for one, other in (("before", "after"), ("after", "before")):
        connection.execute(f"CREATE TABLE only_{one} AS (FROM {one} EXCEPT ALL FROM {other})")
        only[one] = connection.execute(f"SELECT count(*) FROM only_{one}").fetchone()[0]
    if not any(only.values()):
        return lines
    lines.append(f"{only['before']:,} rows only before, {only['after']:,} only after")
    return lines + differing_cells(connection, list(schemas[0]), shown)


def differing_cells(connection, columns, shown):
    """The first cells that differ, of rows with the same first column where that tells them apart."""
    key = columns[0]
    pairs = connection.execute(
        f'SELECT count(*), count(DISTINCT "{key}") FROM (FROM only_before UNION ALL FROM only_after)').fetchone()
    matched = connection.execute(
        f'SELECT count(*) FROM only_before b JOIN only_after a USING ("{key}")').fetchone()[0]
    if not matched or matched * 2 > pairs[0]:
        sample = [connection.execute(f"FROM only_{side} ORDER BY ALL LIMIT 1").fetchone() for side in ("before", "after")]
        return [f"  a row only {side}: {around(str(row), '')[0]}" for side, row in zip(("before", "after"), sample) if row]
    lines = []
    for column in columns[1:]:
        found = connection.execute(
            f'SELECT "{key}", b."{column}", a."{column}", count(*) OVER () FROM only_before b JOIN only_after a '
            f'USING ("{key}") WHERE b."{column}" IS DISTINCT FROM a."{column}" ORDER BY 1 LIMIT 1').fetchone()
        if found:
            old, new = around(str(found[1]), str(found[2]))
            lines.append(f"{column}: {found[3]:,} rows, first {key} {found[0]}: {old} before, {new} after")
    return lines[:shown] + ([f"{len(lines):,} columns differ"] if len(lines) > shown else [])


def accepted_by(file):
    """The globs of a file of intended differences, with their reasons."""
    if file is None:
        return []
    lines = [line.split("\t", 1) for line in Path(file).read_text().splitlines() if line and line[0] != "#"]
    if any(len(line) != 2 or not line[1].strip() for line in lines):
        raise CheckError(f"{file} has a line without a reason", "each line is a glob, a tab and a reason",
                         "give the reason")
    return lines


def compare(before, after, kind, names, differences, accepted, shown):
    """Prints what differs among the tables or files of both sides; returns how many count as failures."""
    failures = identical = 0
    old, new = names(before), names(after)
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            lines = [f"only {'before' if name in old else 'after'}"]
        else:
            lines = differences(name, before, after, shown)
        if not lines:
            identical += 1
            continue
        reason = next((reason for glob, reason in accepted if fnmatch.fnmatch(name, glob)), None)
        failures += reason is None
        print(f"{'DIFFERENT' if reason is None else 'accepted'}  {name}" + (f"  ({reason})" if reason else ""))
        print("".join(f"    {line}\n" for line in lines), end="")
    print(f"{kind}: {identical:,} identical, {failures:,} different, "
          f"{len(old.keys() | new.keys()) - identical - failures:,} different as accepted")
    return failures


def main(arguments=None):
    parser = argument_parser(__doc__)
    parser.add_argument("before", nargs="?", help="a workspace")
    parser.add_argument("after", nargs="?", help="the workspace to compare with it")
    parser.add_argument("--accept", metavar="FILE", help="intended differences: globs with reasons")
    parser.add_argument("--shown", type=int, default=5, help="differences shown of each file or table")
    parser.add_argument("--expected", action="store_true", help="prints what may differ, and ends")
    options = parser.parse_args(arguments)
    if options.expected:
        for name, what in EXPECTED.items():
            print(f"{name:<12} {what}")
        return 0
    if not options.before or not options.after:
        parser.error("two workspaces are needed")
    before, after = Workspace(options.before), Workspace(options.after)
    accepted = accepted_by(options.accept)
    failures = compare(before, after, "tables", lambda side: side.tables, compare_tables, accepted, options.shown)
    failures += compare(before, after, "files", lambda side: side.files, compare_files, accepted, options.shown)
    if not before.tables or not before.files:
        raise CheckError("nothing was compared", "the first workspace is empty", "name a workspace of a whole run")
    print("identical but for what is expected (--expected)" if not failures else "the workspaces differ")
    return 1 if failures else 0


if __name__ == "__main__":
    run(main)
