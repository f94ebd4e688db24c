"""Reads a feature table, a Delta table's current snapshot or Parquet, column by column."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.dataset

from common import CheckError

CLIENT = "SK_ID_CURR"
CHUNK = 64   # columns read at a time, to bound memory


class FeatureTable:
    """A feature table on disk whose columns are read on demand, in the order of the client."""

    def __init__(self, path, label):
        path = Path(path)
        if not path.exists():
            raise CheckError(f"{label}: {path} does not exist", "wrong path", "check the argument")
        if (path / "_delta_log").is_dir():
            from deltalake import DeltaTable   # only needed for Delta input
            table = DeltaTable(str(path))
            self.label = f"{label} (Delta version {table.version()})"
            self.dataset = table.to_pyarrow_dataset()
        else:
            self.label = f"{label} (Parquet)"
            self.dataset = pyarrow.dataset.dataset(path, format="parquet")
        self.types = {field.name: field.type for field in self.dataset.schema}
        if CLIENT not in self.types:
            raise CheckError(f"{self.label} has no column {CLIENT}", "not a feature table",
                             "pass the table written by the features job")
        rows = self.dataset.to_table(columns=[CLIENT])[CLIENT].to_numpy()
        self.clients = np.unique(rows)
        if len(self.clients) != len(rows):
            raise CheckError(f"{self.label} has {len(rows)} rows for {len(self.clients)} clients",
                             "repeated clients", "write one row per client")

    def read(self, names, dtype=np.float64):
        """A matrix (clients x names), null as NaN, rows in the order of `clients`."""
        missing = [name for name in names if name not in self.types]
        if missing:
            raise CheckError(f"{self.label} lacks {len(missing)} columns: {', '.join(missing[:5])}",
                             "made with another feature list", "use tables of the same version")
        matrix = np.empty((len(self.clients), len(names)), dtype)
        for start in range(0, len(names), CHUNK):
            chunk = names[start:start + CHUNK]
            table = self.dataset.to_table(columns=[CLIENT, *chunk])
            order = np.argsort(table[CLIENT].to_numpy(), kind="stable")
            for offset, name in enumerate(chunk):
                matrix[:, start + offset] = table[name].cast(pa.float64()).to_numpy()[order]
        return matrix
