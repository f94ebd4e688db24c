"""The population's answers over HTTP against pandas on the same published file: every count, rate, quantile and rank.

Starts a service of the workspace and asks it random questions, the same for the same seed: summaries, facets, pages,
distributions with the position of a client, heatmaps, segments and comparisons, with filters on random columns. What
is withheld must be withheld for fewer than 10 clients alone, and nobody is compared with fewer than 30 similar clients.

  scripts/checks/python scripts/checks/service/population.py WORKSPACE [--questions 40] [--seed 12]
"""

import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parent))
from harness import running, verdict  # noqa: E402

LEAST_TOLD, LEAST_SIMILAR, NO_DATE = 10, 30, 365243
YES_NO = {True: "YES", False: "NO"}


class Population:
    """The published file, with columns as the service names them."""

    def __init__(self, file):
        self.file = file
        self.rows = pd.read_parquet(file, columns=["client", "outcome", "decision", "probability"])
        self.known = {}

    def column(self, key):
        if key not in self.known:
            stored = {"age": "application.DAYS_BIRTH"}.get(key, key)
            values = pd.read_parquet(self.file, columns=[stored])[stored]
            if key == "age":
                values = np.floor(values.astype("float64") / -365.25)
            elif key == "application.DAYS_EMPLOYED":
                values = values.where(values != NO_DATE)
            elif key == "outcome":
                values = values.map({1: "DEFAULT", 0: "REPAID"})
            elif key == "review":
                values = values.map(YES_NO)
            self.known[key] = values
        return self.known[key]

    def selected(self, filters):
        mask = pd.Series(True, index=self.rows.index)
        for key, condition in filters.items():
            values = self.column(key)
            if isinstance(condition, tuple):
                low, high = (as_stored(values, end) for end in condition)
                mask &= (values >= low) & (values <= high)
            else:
                mask &= values.isin(condition)
        return mask


def as_stored(values, number):
    """A number as the column's type holds it: 0.1 is another float than double."""
    return np.float32(number) if values.dtype == np.float32 else number


def text(filters):
    parts = []
    for key, condition in filters.items():
        parts += [f"{key}:{condition[0]!r}..{condition[1]!r}"] if isinstance(condition, tuple) else \
            [f"{key}:{value}" for value in condition]
    return ";".join(parts)


def near(told, expected):
    if told is None or expected is None or pd.isna(expected):
        return told is None and (expected is None or pd.isna(expected))
    return abs(told - float(expected)) <= 1e-6 * max(1.0, abs(float(expected)))


class Check:
    def __init__(self, service, population, columns, seed):
        self.service, self.population, self.columns = service, population, columns
        self.random, self.counts, self.wrong, self.times = np.random.default_rng(seed), Counter(), [], []

    def ask(self, path, **parameters):
        begin = time.monotonic()
        answer = self.service.get(path + "?" + urlencode({k: v for k, v in parameters.items() if v != ""}))
        self.times.append(time.monotonic() - begin)
        return answer

    def same(self, what, told, expected):
        self.counts[what.split(" ")[0]] += 1
        equal = near(told, expected) if isinstance(expected, float) or told is None else told == expected
        if not equal and len(self.wrong) < 20:
            self.wrong.append(f"{what}: told {told}, pandas {expected}")

    def some_filters(self):
        filters = {}
        for key in self.random.choice(list(self.columns), self.random.integers(0, 4), replace=False):
            column, values = self.columns[key], self.population.column(key)
            if column["values"]:
                told = [value["value"] for value in column["values"]]
                filters[key] = list(self.random.choice(told, min(len(told), 3), replace=False))
            elif values.notna().any():
                low, high = np.sort(values.dropna().astype("float64").quantile(self.random.random(2)))
                filters[key] = (float(low), float(high))
        return filters

    def tally(self, what, told, mask):
        rows = self.population.rows[mask]
        self.same(what + " clients", told["clients"], len(rows))
        if len(rows) < LEAST_TOLD:
            self.same(what + " withheld", told["refused"], None)
            return
        scored = rows[rows.decision.notna()]
        known = rows[rows.outcome.notna()]
        self.same(what + " refused", told["refused"]["rate"], float((scored.decision == "REFUSED").mean()))
        self.same(what + " defaulted", told["defaulted"]["rate"], float(known.outcome.astype("float64").mean()))
        self.same(what + " probability", told["meanProbability"], float(scored.probability.mean()))

    def place(self, column, place):
        """The rows of a place."""
        values = self.population.column(column["key"])
        if place["kind"] == "MISSING":
            return values.isna()
        if place["kind"] == "OTHER" and not self.columns[column["key"]]["values"]:
            return pd.Series(False, index=values.index)
        if place["kind"] == "OTHER":
            told = [value["value"] for value in self.columns[column["key"]]["values"]]
            return values.notna() & ~values.isin(told)
        if place["kind"] == "VALUE":
            return values == place["value"]
        inside = values.notna()
        if place["from"] is not None:
            inside &= values >= as_stored(values, place["from"])
        if place["to"] is not None:
            inside &= values < as_stored(values, place["to"])
        return inside

    def summary(self):
        filters = self.some_filters()
        mask = self.population.selected(filters)
        told = self.ask("/api/population/summary", filter=text(filters))
        self.tally("summary", told["clients"], mask)
        if mask.sum() >= LEAST_TOLD:
            points = self.population.column("points")[mask].astype("float64")
            self.same("summary median", told["medianPoints"], float(points.median()))

    def facets(self):
        filters = self.some_filters()
        for facet in self.ask("/api/population/facets", filter=text(filters))["facets"]:
            column = facet["column"]
            others = self.population.selected({k: v for k, v in filters.items() if k != column["key"]})
            for choice in facet["choices"]:
                there = others & self.place(column, choice["place"])
                self.same(f"facets {column['key']}", choice["clients"], int(there.sum()))

    def pages(self):
        filters = self.some_filters()
        mask = self.population.selected(filters)
        page = int(self.random.integers(1, 4))
        told = self.ask("/api/clients", filter=text(filters), sort="points", descending="true", size=25, page=page)
        points = self.population.column("points")[mask].astype("float64")
        rows = pd.DataFrame({"client": self.population.rows.client[mask], "points": points})
        rows = rows.sort_values(["points", "client"], ascending=[False, True], na_position="last")
        expected = rows.client.iloc[25 * (page - 1):25 * page].tolist()
        self.same("pages found", told["found"], int(mask.sum()))
        self.same("pages clients", [row["client"] for row in told["clients"]], expected)

    def distribution(self):
        column = self.columns[self.random.choice(list(self.columns))]
        filters = self.some_filters()
        mask = self.population.selected(filters)
        client = int(self.random.choice(self.population.rows.client))
        told = self.ask(f"/api/clients/{client}/distribution", purpose="audit", column=column["key"],
                        filter=text(filters))
        what = f"distribution {column['key']}"
        for segment in told["places"]:
            self.tally(what, segment["tally"], mask & self.place(column, segment["place"]))
        self.same(what, sum(segment["tally"]["clients"] for segment in told["places"]), int(mask.sum()))
        if column["values"]:
            return
        known = self.population.column(column["key"])[mask].dropna().astype("float64")
        self.same(what + " known", told["spread"]["known"], len(known))
        for quantile in told["spread"]["quantiles"]:
            self.same(what + " quantile", quantile["value"], float(known.quantile(quantile["share"])))
        own = self.population.column(column["key"])[self.population.rows.client == client].iloc[0]
        if pd.notna(own) and len(known):
            rank = ((known < own).sum() + (known == own).sum() / 2) / len(known)
            # Among everybody a rank is told to the thousandth.
            self.same(what + " rank", abs(told["position"]["rank"] - rank) < (2e-3 if mask.all() else 1e-9), True)

    def heatmap(self):
        first, second = (self.columns[key] for key in self.random.choice(list(self.columns), 2, replace=False))
        filters = self.some_filters()
        mask = self.population.selected(filters)
        told = self.ask("/api/population/heatmap", x=first["key"], y=second["key"], filter=text(filters))
        seconds = [self.place(second, place) for place in told["second"]]
        cells = {(cell["first"], cell["second"]): cell["tally"] for cell in told["cells"]}
        withheld = 0
        for row, place in enumerate(told["first"]):
            there = mask & self.place(first, place)
            for at, inside in enumerate(seconds):
                both = there & inside
                if 0 < both.sum() < LEAST_TOLD:
                    withheld += 1
                    self.same("heatmap few", cells.get((row, at)), None)
                elif both.any() and (row, at) in cells:
                    self.tally(f"heatmap {first['key']} {second['key']}", cells[row, at], both)
                else:
                    what = f"heatmap {first['key']} {place}, {second['key']} {told['second'][at]}"
                    self.same(what, (row, at) in cells, bool(both.any()))
        self.same("heatmap withheld", told["withheld"], withheld)

    def segments(self):
        column = self.columns[self.random.choice(list(self.columns))]
        filters = self.some_filters()
        mask = self.population.selected(filters)
        told = self.ask("/api/population/segments", column=column["key"], filter=text(filters))
        for segment in told["segments"]:
            self.tally(f"segments {column['key']}", segment["tally"], mask & self.place(column, segment["place"]))

    def similar(self, client, likenesses):
        """The similar clients, by the rule that the answer says it used."""
        rows = self.population.rows
        mask = rows.client != client
        keys = {"CONTRACT_TYPE": "NAME_CONTRACT_TYPE", "INCOME": "AMT_INCOME_TOTAL", "CREDIT": "AMT_CREDIT",
                "INCOME_TYPE": "NAME_INCOME_TYPE", "EDUCATION": "NAME_EDUCATION_TYPE", "HOUSING": "NAME_HOUSING_TYPE"}
        for likeness in (each for each in likenesses if each["used"]):
            key = "age" if likeness["likeness"] == "AGE" else "application." + keys[likeness["likeness"]]
            values = self.population.column(key)
            own = values[rows.client == client].iloc[0]
            if likeness["kind"] == "SAME":
                mask &= values == own
            elif likeness["kind"] == "YEARS":
                mask &= (values - own).abs() <= likeness["width"]
            else:
                edges = values.astype("float64").quantile(np.arange(11) / 10).to_numpy()
                tenth = int((own >= edges[1:10]).sum())
                low, high = max(0, tenth - likeness["width"]), min(10, tenth + likeness["width"] + 1)
                mask &= (values >= edges[low]) & (values <= edges[high])
        return mask

    def comparison(self):
        client = int(self.random.choice(self.population.rows.client))
        keys = list(self.random.choice(list(self.columns), 6, replace=False))
        told = self.ask(f"/api/clients/{client}/comparison", purpose="audit", columns=";".join(keys))
        decision = self.population.rows.decision
        masks = {"ALL": decision.index >= 0, "ACCEPTED": decision == "ACCEPTED", "REFUSED": decision == "REFUSED",
                 "SIMILAR": self.similar(client, told["similar"]["likenesses"])}
        self.same("comparison enough", told["similar"]["clients"] >= LEAST_SIMILAR, True)
        for group in told["groups"]:
            self.tally(f"comparison {group['group']}", group["tally"], masks[group["group"]])
        for column in told["columns"]:
            if column["column"]["unit"] is None:
                continue
            values = self.population.column(column["column"]["key"])
            for standing in column["standings"]:
                known = values[masks[standing["group"]]].dropna().astype("float64")
                what = f"comparison {column['column']['key']} in {standing['group']}"
                self.same(what + " known", standing["known"], len(known))
                if len(known) >= LEAST_TOLD:
                    self.same(what + " median", standing["median"], float(known.median()))
                    self.same(what + " high", standing["high"], float(known.quantile(0.75)))


def main():
    parser = verdict.parser(__doc__)
    parser.add_argument("--questions", type=int, default=40, help="of each kind")
    parser.add_argument("--seed", type=int, default=12)
    options = parser.parse_args()
    published = Path(options.workspace) / "published"
    version = (published / "current").read_text().strip()
    running.build()
    judge = verdict.Verdict("population")
    with running.Service(options.workspace) as service:
        service.start()
        service.wait_ready(path="/api/population/summary")
        columns = {column["key"]: column for column in service.get("/api/population/columns")["columns"]}
        population = Population(published / version / "population" / "clients.parquet")
        check = Check(service, population, columns, options.seed)
        for ask in (check.summary, check.facets, check.pages, check.distribution, check.heatmap, check.segments,
                    check.comparison):
            for _ in range(options.questions):
                ask()
    judge.must(sum(check.counts.values()) > 1000, f"{len(population.rows):,} clients, {len(columns)} columns, "
               f"figures compared: {verdict.tally(check.counts)}")
    judge.must(not check.wrong, "every figure is that of pandas")
    for wrong in check.wrong:
        judge.note(wrong)
    judge.note(f"slowest answer {max(check.times) * 1000:.0f} ms, median {np.median(check.times) * 1000:.0f} ms")
    judge.end()


if __name__ == "__main__":
    main()
