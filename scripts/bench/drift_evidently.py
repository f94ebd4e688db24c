"""Evidently's report of two CSV files as HTML and JSON: what `scripts/bench/drift` measures beside ours.

Prints the seconds of the report alone, with the rows in memory. Identifier and TARGET are left out.
"""

import argparse
import time
import warnings
from pathlib import Path

import pandas as pd
from evidently import DataDefinition, Dataset, Report
from evidently.presets import DataDriftPreset


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reference", required=True, type=Path)
    parser.add_argument("--current", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path, help="folder to write into")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    frames = [pd.read_csv(place).drop(columns=["SK_ID_CURR", "TARGET"], errors="ignore")
              for place in (options.current, options.reference)]
    begin = time.perf_counter()
    result = Report([DataDriftPreset()]).run(*[Dataset.from_pandas(frame, data_definition=DataDefinition())
                                               for frame in frames])
    judged = time.perf_counter()
    options.out.mkdir(parents=True, exist_ok=True)
    result.save_html(str(options.out / "page.html"))
    result.save_json(str(options.out / "report.json"))
    print(f"Evidently in memory: statistics {judged - begin:.2f} s; "
          f"page and JSON {time.perf_counter() - judged:.2f} s")


if __name__ == "__main__":
    main()
