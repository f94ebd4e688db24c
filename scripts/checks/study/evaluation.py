"""Scores of a binary model: AUC, business cost, thresholds from other folds, paired bootstrap."""

import numpy as np

FALSE_NEGATIVE_COST = 10.0   # a default that was accepted
FALSE_POSITIVE_COST = 1.0    # a good client that was refused


class RankedScores:
    """Scores sorted once, so that the AUC under many bootstrap weights is cheap."""

    def __init__(self, scores, target):
        self.order = np.argsort(scores, kind="stable")
        ranked = scores[self.order]
        self.starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])   # groups of ties
        self.positive = target[self.order] == 1

    def auc(self, weights=None):
        """Area under the ROC curve, ties counted half; `weights` are counts per client."""
        counts = np.ones(len(self.order)) if weights is None else weights[self.order]
        positives = np.add.reduceat(np.where(self.positive, counts, 0.0), self.starts)
        negatives = np.add.reduceat(np.where(self.positive, 0.0, counts), self.starts)
        below = np.cumsum(negatives) - negatives
        return float(positives @ (below + negatives / 2) / (positives.sum() * negatives.sum()))


def best_threshold(scores, target):
    """The threshold of `score >= threshold -> refuse` with the least cost on these rows."""
    order = np.argsort(-scores, kind="stable")
    ranked, positive = scores[order], target[order] == 1
    refused = FALSE_POSITIVE_COST * np.cumsum(~positive)
    missed = FALSE_NEGATIVE_COST * (positive.sum() - np.cumsum(positive))
    last_of_tie = np.r_[ranked[1:] != ranked[:-1], True]
    costs = np.where(last_of_tie, refused + missed, np.inf)
    at = int(np.argmin(costs))
    if costs[at] >= FALSE_NEGATIVE_COST * positive.sum():
        return np.inf   # refusing nobody is cheapest
    following = ranked[at + 1] if at + 1 < len(ranked) else ranked[at] - 1
    middle = ranked[at] / 2 + following / 2
    return float(middle if following < middle <= ranked[at] else ranked[at])


def client_costs(refused, target):
    """The cost each client's decision causes."""
    return np.where(target == 1, FALSE_NEGATIVE_COST * ~refused, FALSE_POSITIVE_COST * refused)


def out_of_fold_refusals(scores, target, folds):
    """Decisions whose threshold is fitted on the out-of-fold scores of the other folds."""
    refused = np.zeros(len(scores), bool)
    for fold in np.unique(folds):
        inside = folds == fold
        refused[inside] = scores[inside] >= best_threshold(scores[~inside], target[~inside])
    return refused


def paired_bootstrap(target, first, second, first_costs, second_costs, resamples, seed):
    """95 % intervals of AUC(first) - AUC(second) and of cost(second) - cost(first), from the same
    resampled clients, drawn within each TARGET class; negative means the first is worse."""
    rng = np.random.default_rng(seed)
    ranked = RankedScores(first, target), RankedScores(second, target)
    classes = [np.flatnonzero(target == label) for label in (0, 1)]
    gain = second_costs - first_costs
    auc, cost = np.empty(resamples), np.empty(resamples)
    for draw in range(resamples):
        weights = np.zeros(len(target))
        for members in classes:
            drawn = rng.integers(0, len(members), len(members))
            weights[members] = np.bincount(drawn, minlength=len(members))
        auc[draw] = ranked[0].auc(weights) - ranked[1].auc(weights)
        cost[draw] = weights @ gain / len(target)
    return tuple(tuple(float(edge) for edge in np.quantile(values, (0.025, 0.975)))
                 for values in (auc, cost))
