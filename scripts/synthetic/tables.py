"""Aggregates of a table column: a mixed distribution (atoms and a piecewise linear rest) or category shares."""
import numpy as np
import pandas as pd
from scipy.stats import norm

LEVELS = np.array(
    [0.0005, 0.01, 0.03, 0.06] + [i / 100 for i in range(10, 91, 5)] + [0.94, 0.97, 0.99, 0.9995]
)
SUPPORT = 20  # no aggregate rests on fewer rows


def weighted_quantile(values, weights, levels):
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    at = (np.cumsum(weights) - weights / 2) / weights.sum()
    return np.interp(levels, at, values)


def rounded(value, digit):
    return float(np.round(value / digit) * digit)


def number_knots(values, weights=None, step=0.0, max_atoms=100, min_share=0.004):
    """Points (cumulative share, value) of the distribution function; an atom is a flat pair."""
    values = np.asarray(values, float)
    weights = np.ones(len(values)) if weights is None else np.asarray(weights, float)
    keep = ~np.isnan(values)
    values, weights = values[keep], weights[keep]
    total = weights.sum()
    frame = pd.DataFrame({"v": values, "w": weights}).groupby("v").w.agg(["sum", "size"])
    frame["share"] = frame["sum"] / total
    few = len(frame) <= 100
    atoms = frame[(frame["size"] >= SUPPORT) & (frame.share >= (0 if few else min_share))]
    atoms = atoms.share.nlargest(max_atoms).sort_index()
    rest = ~np.isin(values, atoms.index.values)
    mass = weights[rest].sum() / total
    pieces = [(v, s, None) for v, s in atoms.items()]
    if few and mass < 0.002 or rest.sum() < SUPPORT:
        mass = 0.0
    if mass > 0:
        enough = np.minimum(LEVELS, 1 - LEVELS) * rest.sum() >= 3
        levels = LEVELS[enough] if enough.sum() > 2 else np.array([0.25, 0.5, 0.75])
        q = weighted_quantile(values[rest], weights[rest], levels)
        low, mid, high = np.interp([0.2, 0.5, 0.8], levels, q)
        spread = max(high - low, abs(mid) * 0.1, 1e-9)
        digit = 10.0 ** (np.floor(np.log10(spread)) - 2)
        # Three digits of the value or of the spread, whichever is finer.
        own = [10.0 ** (np.floor(np.log10(max(abs(x), 1e-9))) - 2) for x in q]
        digits = [max(min(digit, d), 1.0 if step >= 1 else 1e-9) for d in own]
        q = np.array([rounded(x, d) for x, d in zip(q, digits)])
        q[0] = max(q[0], values.min()) if values.min() >= 0 else q[0]
        bounds = np.concatenate([[0], levels[1:-1], [1]])
        for i in range(len(q) - 1):
            share = (bounds[i + 1] - bounds[i]) * mass
            cuts = [v for v in atoms.index if q[i] < v < q[i + 1]]
            edges = [q[i]] + cuts + [q[i + 1]]
            width = q[i + 1] - q[i]
            for low, high in zip(edges, edges[1:]):
                part = share if width == 0 else share * (high - low) / width
                pieces.append((low, part, high))
    if not pieces:  # too few rows for more than their median
        middle = float(np.median(values)) if len(values) else 0.0
        digit = 10.0 ** max(np.floor(np.log10(max(abs(middle), 1e-6))) - 1, 0 if step >= 1 else -9)
        return [(0.0, rounded(middle, digit)), (1.0, rounded(middle, digit))]
    pieces.sort(key=lambda t: (t[0], 0 if t[2] is None else 1 if t[2] > t[0] else 0))
    norm_total = sum(t[1] for t in pieces)
    knots, at = [], 0.0
    for low, share, high in pieces:
        knots.append((at, low))
        at += share / norm_total
        knots.append((at, low if high is None else high))
    return [k for i, k in enumerate(knots) if i == 0 or k != knots[i - 1]]


def category_shares(values, order, weights=None):
    values = pd.Series(np.asarray(values, object))
    weights = pd.Series(np.ones(len(values)) if weights is None else np.asarray(weights, float))
    shares = weights.groupby(values).sum()
    shares = shares / shares.sum()
    return [(v, float(shares[v])) for v in order if v in shares.index]


def scores(values, codes=None):
    """Normal scores by mid-rank; NaN stays."""
    ranks = pd.Series(values if codes is None else pd.Series(values).map(codes)).astype(float)
    return norm.ppf((ranks.rank() - 0.5) / ranks.notna().sum())


def pairwise(matrix, min_joint=150):
    """Correlation over the rows both columns have; NaN where fewer than min_joint rows have both."""
    mask = (~np.isnan(matrix)).astype(np.float64)
    x = np.where(np.isnan(matrix), 0, matrix)
    n = mask.T @ mask
    with np.errstate(all="ignore"):
        sx = x.T @ mask
        mean_x, mean_y = sx / n, sx.T / n
        cov = x.T @ x / n - mean_x * mean_y
        var_x = (x * x).T @ mask / n - mean_x**2
        var_y = (x * x).T @ mask
        var_y = var_y.T / n - mean_y**2
        r = cov / np.sqrt(var_x * var_y)
    r[(n < min_joint) | ~np.isfinite(r)] = np.nan
    np.fill_diagonal(r, 1.0)
    return r


def positive(matrix, floor=0.006):
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    fixed = (vectors * np.maximum(values, floor)) @ vectors.T
    scale = np.sqrt(np.diag(fixed))
    return fixed / scale[:, None] / scale[None, :]


class Latent:
    """Maps a standard normal to the mid-rank score of the observed value it stands for."""

    def __init__(self, breaks):
        # breaks: list of (from, to) flat segments of the uniform scale
        segments = sorted((a, b) for a, b in breaks if b - a > 1e-12)
        shares = np.clip(np.array(segments, float).reshape(-1, 2), 1e-9, 1 - 1e-9)
        self.low, self.high = norm.ppf(shares[:, 0]), norm.ppf(shares[:, 1])
        self.mid = norm.ppf(np.clip(shares.mean(axis=1), 1e-6, 1 - 1e-6))

    def apply(self, z):
        if not len(self.mid):
            return z
        at = np.clip(np.searchsorted(self.low, z, side="right") - 1, 0, None)
        return np.where((z >= self.low[at]) & (z < self.high[at]), self.mid[at], z)


def calibrated(target, latents, nulls, rounds=12, size=40000, seed=7, leading=(), apart=None):
    """Latent correlations whose observable mid-rank correlations equal the target ones.

    Not every pair can be met at once; in the last rounds only pairs with a leading variable move,
    so that the others do not push them away. Pairs that stand apart stay uncorrelated: a value and
    what says that it is missing, lest the values that are seen have another distribution.

    nulls[i] = (index of the missing indicator, share missing) or None: a value is
    observed only where its indicator does not say missing, as in the data.
    """
    known = ~np.isnan(target)
    sigma = positive(np.where(known, target, 0.0))
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((size, len(latents)))
    noise -= noise.mean(axis=0)
    # Without correlations of its own, the noise does not blur those that are sought.
    noise = np.linalg.solve(np.linalg.cholesky(np.cov(noise.T).reshape(len(latents), -1)), noise.T).T
    lead = np.zeros((len(latents), len(latents)), bool)
    lead[list(leading), :] = True
    lead |= lead.T
    for turn in range(rounds):
        z = noise @ np.linalg.cholesky(sigma).T
        seen = np.empty_like(z)
        for i, latent in enumerate(latents):
            seen[:, i] = latent.apply(z[:, i])
        for i, null in enumerate(nulls):
            if null is not None:
                seen[norm.cdf(z[:, null[0]]) > 1 - null[1], i] = np.nan
        got = pairwise(seen)
        gap = np.where(known & ~np.isnan(got), target - got, 0.0)
        np.fill_diagonal(gap, 0.0)
        step = np.clip(gap * 1.2, -0.3, 0.3)
        if leading and turn >= rounds // 2:
            step = np.where(lead, step, 0.0)
        sigma = np.clip(sigma + step, -0.999, 0.999)
        np.fill_diagonal(sigma, 1.0)
        # Restoring one property loosens the other; a few turns of both settle.
        for _ in range(4 if apart is not None else 0):
            sigma[apart] = 0.0
            sigma = positive(sigma)
        sigma = positive(sigma)
    worst = np.abs(gap).max()
    return sigma, worst, gap
