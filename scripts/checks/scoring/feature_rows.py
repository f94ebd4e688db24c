"""Writes the rows of a feature table, in the order of a bundle's features, as little-endian floats
(NaN where a value is missing), for the Java side of scorer_parity."""

from pathlib import Path

import numpy as np

from common import argument_parser, run
from feature_table import FeatureTable
from prediction_parity import bundle_features


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--bundle", required=True, type=Path, help="bundle folder")
    parser.add_argument("--features", required=True, help="Delta feature table (or Parquet)")
    parser.add_argument("--out", required=True, type=Path, help="file to write")
    options = parser.parse_args()
    table = FeatureTable(options.features, "features")
    rows = table.read(bundle_features(options.bundle), np.float32)
    rows.astype("<f4").tofile(options.out)
    print(f"{len(rows):,} clients, {rows.shape[1]} features, {table.label}")


if __name__ == "__main__":
    run(main)
