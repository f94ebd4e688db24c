"""The clients of a training or a study: its rows, folds and early-stopping rows."""

import hashlib

import numpy as np
from deltalake import DeltaTable

from common import CheckError
from feature_table import CLIENT, FeatureTable

HOLD_OUT = -1
NOT_FEATURES = (CLIENT, "TARGET")


class Clients:
    """Labelled clients, sorted by client: features, outcome, fold (HOLD_OUT for those kept apart)
    and the pseudo-random order by which rows are set apart for early stopping."""

    def __init__(self, features, target, folds, order):
        self.features, self.target, self.folds, self.order = features, target, folds, order

    def stopping(self, training, share):
        """The first `share` of each class of the `training` rows in that order, as our fits have it."""
        apart = np.zeros(len(self.target), bool)
        for label in (0, 1):
            members = np.flatnonzero(training & (self.target == label))
            ranked = members[np.argsort(self.order[members], kind="stable")]
            apart[ranked[:int(len(ranked) * share)]] = True
        return apart

    def digest(self):
        parts = (self.features, self.target, self.folds, self.order)
        digest = hashlib.sha256()
        for part in parts:
            digest.update(np.ascontiguousarray(part).tobytes())
        return digest.hexdigest()


def read_clients(work):
    """Identifiers and clients of a workspace, sorted by client."""
    if not (work / "tables" / "training" / "_delta_log").is_dir():
        raise CheckError(f"{work} has no table `training`", "neither train nor study has run in this workspace",
                         "run clairscore train or study first")
    training = DeltaTable(str(work / "tables" / "training")).to_pandas().sort_values(
        CLIENT, ignore_index=True)
    table = FeatureTable(work / "tables" / "features", "features")
    missing = np.setdiff1d(training[CLIENT], table.clients)
    if len(missing):
        raise CheckError(f"{len(missing)} labelled clients have no features, e.g. {missing[0]}",
                         "the features were computed again", "train, or run the study, again")
    names = [name for name in table.types if name not in NOT_FEATURES]
    features = table.read(names, np.float32)[np.searchsorted(table.clients, training[CLIENT])]
    return training[CLIENT].to_numpy(), Clients(features, training["TARGET"].to_numpy(),
                                                training["fold"].to_numpy(),
                                                training["inner_order"].to_numpy())
