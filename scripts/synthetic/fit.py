#!/usr/bin/env python3
"""Fits the resource tables of the synthetic data job from aggregates of the real tables.

usage: fit.py --data DIR --out DIR
DIR holds applications/ and sample/ in the Kaggle layout. Nothing written here is a row or
rests on fewer than 20 rows: shares, coarse quantiles, correlations (see decision 0010).
"""
import argparse
import pathlib

import numpy as np
import pandas as pd
from scipy.stats import norm

from tables import SUPPORT, Latent, calibrated, category_shares, number_knots, pairwise, positive, scores

LABELLED, NEW = 307511, 48744
SENTINEL = 365243

# Correlations with TARGET published for the full table (modelling notes, 5.4).
WITH_TARGET = {
    "EXT_SOURCE_1": -0.1553, "EXT_SOURCE_2": -0.1605, "EXT_SOURCE_3": -0.1789,
    "DAYS_BIRTH": 0.0782, "DAYS_EMPLOYED": 0.0750, "REGION_RATING_CLIENT_W_CITY": 0.0609,
}
# The same for client aggregates; the latent behind each is stronger than the aggregate it drives.
HISTORY_WITH_TARGET = {
    "B_AGE": 0.0897, "B_CLOSED": -0.0794, "P_REFUSED": 0.0777, "C_DRAW": 0.1010,
}
BANDS = [135000, 225000, 450000, 675000, 900000]  # prices; Applications.java has the same
APPLIED = [0, 40000, 80000, 150000, 300000]  # amounts asked; PreviousBlock.java has the same
LENGTHS = [8, 12, 18, 30]  # instalments; PreviousBlock.java has the same
ENDED = [-2000, -1500, -1000, -600, -250]  # days; BureauCredit.java has the same
# What making the matrix positive definite takes from pairs that matter, measured on generated data.
OVERDRIVE = {
    ("EXT_SOURCE_1", "EXT_SOURCE_2"): 1.14, ("EXT_SOURCE_1", "EXT_SOURCE_3"): 1.12, ("EXT_SOURCE_2", "EXT_SOURCE_3"): 1.04,
    ("EXT_SOURCE_1", "DAYS_BIRTH"): 1.12, ("TARGET", "EXT_SOURCE_2"): 1.03, ("TARGET", "DAYS_EMPLOYED"): 1.12,
}
CARD_NULLS = {"AMT_PAYMENT_CURRENT": 767988 / 3840312, "AMT_DRAWINGS_ATM_CURRENT": 749816 / 3840312,
              "AMT_INST_MIN_REGULARITY": 305236 / 3840312}
LEADING = {"TARGET", "EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3", "DAYS_BIRTH", "DAYS_EMPLOYED"}
# Shares missing in the full tables (statistics of the full train and test files).
NULLS = {
    "train": {"EXT_SOURCE_1": 173378, "EXT_SOURCE_2": 660, "EXT_SOURCE_3": 60965, "AMT_REQ": 41519,
              "SUITE": 1292, "SOCIAL": 1021, "OCCUPATION": 96391 - 55374, "GOODS": 278},
    "test": {"EXT_SOURCE_1": 20532, "EXT_SOURCE_2": 8, "EXT_SOURCE_3": 8668, "AMT_REQ": 6049,
             "SUITE": 911, "SOCIAL": 29, "OCCUPATION": 15605 - 9274, "GOODS": 0},
}
BUILDING = ["APARTMENTS", "BASEMENTAREA", "YEARS_BEGINEXPLUATATION", "YEARS_BUILD", "COMMONAREA",
            "ELEVATORS", "ENTRANCES", "FLOORSMAX", "FLOORSMIN", "LANDAREA", "LIVINGAPARTMENTS",
            "LIVINGAREA", "NONLIVINGAPARTMENTS", "NONLIVINGAREA"]
BUILDING_NULLS = {
    "train": [156061, 179943, 150007, 204488, 214865, 163891, 154828, 153020, 208642, 182590, 210199,
              154350, 213514, 169682, 148431, 210295, 154297, 156341, 145755],
    "test": [23887, 27641, 22856, 31818, 33495, 25189, 23579, 23321, 32466, 28254, 32780, 23552, 33347,
             26084, 22624, 32797, 23619, 23893, 22209],
}
BUILDING_SINGLE = ["TOTALAREA_MODE", "FONDKAPREMONT_MODE", "HOUSETYPE_MODE", "WALLSMATERIAL_MODE",
                   "EMERGENCYSTATE_MODE"]


class Out:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.marginals = ["block\tvariable\tkind\tmissing\tdistribution"]
        self.correlations = ["block\tvariable\tlatent correlations with the variables above"]
        self.parameters = ["name\tvalue"]

    def number(self, block, name, knots, missing="-"):
        text = " ".join(f"{p:.5f}:{v:.10g}" for p, v in knots)
        self.marginals.append(f"{block}\t{name}\tnumber\t{missing}\t{text}")

    def category(self, block, name, shares, missing="-"):
        text = "|".join(f"{s:.5f}:{v}" for v, s in shares)
        self.marginals.append(f"{block}\t{name}\tcategory\t{missing}\t{text}")

    def missing(self, block, name, share):
        self.marginals.append(f"{block}\t{name}\tmissing\t-\t{share:.5f}")

    def correlation(self, block, names, sigma):
        for i, name in enumerate(names):
            row = " ".join(f"{x:.4f}".rstrip("0").rstrip(".") or "0" for x in sigma[i, :i])
            self.correlations.append(f"{block}\t{name}\t{row.replace('-0 ', '0 ')}")

    def write(self):
        for name in ["marginals", "correlations", "parameters"]:
            text = "\n".join(getattr(self, name)) + "\n"
            (self.folder / f"{name}.tsv").write_text(text)


def steps(knots):
    return [(a[0], b[0]) for a, b in zip(knots, knots[1:]) if a[1] == b[1] and b[0] > a[0]]


def share_steps(shares):
    at = np.concatenate([[0], np.cumsum([s for _, s in shares])])
    return list(zip(at[:-1], at[1:]))


def history_variables(data, clients):
    b, p, pos, cc = (data[k] for k in ["bureau", "previous_application", "POS_CASH_balance", "credit_card_balance"])
    bb = data["bureau_balance"]
    frame = pd.DataFrame(index=clients)
    frame["NB"] = b.groupby("SK_ID_CURR").size().reindex(clients).fillna(0)
    frame["NP"] = p.groupby("SK_ID_CURR").size().reindex(clients).fillna(0)
    g = b.assign(closed=b.CREDIT_ACTIVE.eq("Closed"), card=b.CREDIT_TYPE.eq("Credit card"),
                 amt=np.log1p(b.AMT_CREDIT_SUM), debt=np.log1p(b.AMT_CREDIT_SUM_DEBT.clip(lower=0)),
                 late=b.AMT_CREDIT_MAX_OVERDUE.fillna(0) > 0).groupby("SK_ID_CURR")
    frame["B_AGE"], frame["B_CLOSED"], frame["B_CARD"] = g.DAYS_CREDIT.mean(), g.closed.mean(), g.card.mean()
    frame["B_SUM"], frame["B_DEBT"], frame["B_LATE"] = g.amt.mean(), g.debt.mean(), g.late.mean()
    g = p.assign(refused=p.NAME_CONTRACT_STATUS.eq("Refused"), canceled=p.NAME_CONTRACT_STATUS.eq("Canceled"),
                 cash=p.NAME_CONTRACT_TYPE.eq("Cash loans"),
                 amt=np.log(p.AMT_APPLICATION.where(p.AMT_APPLICATION > 0))).groupby("SK_ID_CURR")
    frame["P_REFUSED"], frame["P_CANCELED"], frame["P_CASH"] = g.refused.mean(), g.canceled.mean(), g.cash.mean()
    frame["P_AGE"], frame["P_AMT"] = g.DAYS_DECISION.mean(), g.amt.mean()
    frame["L_LATE"] = pos.assign(late=pos.SK_DPD > 0).groupby("SK_ID_CURR").late.mean()
    g = cc.groupby("SK_ID_CURR")
    frame["C_DRAW"], frame["C_BAL"] = g.CNT_DRAWINGS_CURRENT.max(), g.AMT_BALANCE.mean()
    return frame


HISTORY = ["NB", "NP", "B_AGE", "B_CLOSED", "B_CARD", "B_SUM", "B_DEBT", "B_LATE", "P_REFUSED", "P_CANCELED",
           "P_CASH", "P_AGE", "P_AMT", "L_LATE", "C_DRAW", "C_BAL"]


def fit_application(data, out, boost):
    frames = {k: data[k].copy() for k in ["train", "test"]}
    rate = frames["train"]
    text = [c for c in rate.columns if not pd.api.types.is_numeric_dtype(rate[c])]
    orders = {}
    for c in text:
        known = rate.groupby(c).TARGET.agg(["mean", "size"])
        # Rare categories are drawn towards the average, so that their place says nothing of a person.
        smooth = (known["mean"] * known["size"] + 0.08 * 100) / (known["size"] + 100)
        orders[c] = list(smooth.sort_values().index)
        for extra in frames["test"][c].dropna().unique():
            if extra not in orders[c]:
                orders[c].append(extra)
    names, kinds, columns, missing_of = [], {}, {}, {}

    def add(name, kind, missing=None):
        names.append(name)
        kinds[name] = kind
        missing_of[name] = missing

    skip = {"SK_ID_CURR", "AMT_CREDIT", "AMT_ANNUITY", "AMT_GOODS_PRICE", "CNT_FAM_MEMBERS", "FLAG_EMP_PHONE", "FLAG_MOBIL"}
    tables = {}
    for pop, f in frames.items():
        f["GOODS"] = f.AMT_GOODS_PRICE
        f["RATIO"] = (f.AMT_CREDIT / f.AMT_GOODS_PRICE).round(4)
        f["RATE"] = f.AMT_ANNUITY / f.AMT_CREDIT
        idle = f.DAYS_EMPLOYED == SENTINEL
        f.loc[idle, "DAYS_EMPLOYED"] = np.nan
        f["ORGANIZATION_TYPE"] = f.ORGANIZATION_TYPE.where(~idle)
        f["OCCUPATION"] = np.where(idle, np.nan, f.OCCUPATION_TYPE.isna())
        f["OWN_CAR_AGE"] = f.OWN_CAR_AGE.where(f.FLAG_OWN_CAR == "Y")
        f["SUITE"] = f.NAME_TYPE_SUITE.isna()
        f["SOCIAL"] = f.OBS_30_CNT_SOCIAL_CIRCLE.isna()
        f["AMT_REQ"] = f.AMT_REQ_CREDIT_BUREAU_YEAR.isna()
        for c in ["EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3"]:
            f["NULL_" + c] = f[c].isna()
        for c in BUILDING:
            f["NULL_" + c] = f[c + "_AVG"].isna()
        for c in BUILDING_SINGLE:
            f["NULL_" + c] = f[c].isna()
    gate = {}
    for c in ["EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3"]:
        gate[c] = "NULL_" + c
    gate["NAME_TYPE_SUITE"] = "SUITE"
    gate["OCCUPATION_TYPE"] = "OCCUPATION"
    for c in rate.columns:
        if "SOCIAL_CIRCLE" in c:
            gate[c] = "SOCIAL"
        if c.startswith("AMT_REQ_"):
            gate[c] = "AMT_REQ"
    for c in BUILDING:
        for suffix in ["_AVG", "_MODE", "_MEDI"]:
            gate[c + suffix] = "NULL_" + c
    for c in BUILDING_SINGLE:
        gate[c] = "NULL_" + c
    missing_names = list(dict.fromkeys(gate.values()))
    add("TARGET", "number")
    for m in missing_names:
        add(m, "missing")
    for c in frames["train"].columns:
        if c in skip or c in names or c.startswith("NULL_"):
            continue
        add(c, "category" if c in orders else "number", gate.get(c))
    for c in HISTORY:
        add(c, "history")
    matrices = []
    latents, missing_share = {}, {}
    for pop, f in frames.items():
        h = history_variables(data, data["application_" + pop].SK_ID_CURR.values)
        f = f.merge(h, left_on="SK_ID_CURR", right_index=True, how="left")
        block = "application." + pop
        x = np.full((len(f), len(names)), np.nan)
        for j, c in enumerate(names):
            if c == "TARGET" and pop == "test":
                continue
            values = f[c]
            if kinds[c] == "category":
                codes = {v: i for i, v in enumerate(orders[c])}
                x[:, j] = scores(values, codes)
                shares = category_shares(values.dropna(), orders[c])
                out.category(block, c, shares, missing_of[c] or "-")
                br = share_steps(shares)
            elif kinds[c] == "missing":
                total = LABELLED if pop == "train" else NEW
                known = NULLS[pop].get(c.replace("NULL_", ""))
                if c.startswith("NULL_") and c[5:] in BUILDING + BUILDING_SINGLE:
                    known = BUILDING_NULLS[pop][(BUILDING + BUILDING_SINGLE).index(c[5:])]
                if c == "OCCUPATION":
                    total -= 55374 if pop == "train" else 9274
                share = known / total
                out.missing(block, c, share)
                missing_share[(pop, c)] = share
                x[:, j] = scores(values.astype(float))
                br = [(0, 1 - share), (1 - share, 1)]
            elif kinds[c] == "history":
                knots = None
                if c in ("NB", "NP"):
                    v = values.dropna().values
                    zero = (v == 0).mean()
                    knots = number_knots(v, step=1, max_atoms=40, min_share=0.0)
                    out.number(block, c, knots)
                    br = steps(knots)
                else:
                    br = [(a - 0.0, b) for a, b in atoms_of(values.dropna().values)]
                x[:, j] = scores(values)
            else:
                if c in ("GOODS", "RATIO", "RATE"):
                    band = np.searchsorted(BANDS, f.GOODS.fillna(0).values, side="left")
                    for kind in ["Cash loans", "Revolving loans"]:
                        of = (f.NAME_CONTRACT_TYPE == kind).values
                        if c == "GOODS":
                            out.number(block, f"{c}/{kind}", number_knots(values[of], step=1, min_share=0.003))
                            x[of, j] = scores(values[of])
                            continue
                        for b in range(len(BANDS) + 1):
                            at = of & (band == b)
                            at = at if at.sum() >= SUPPORT else of
                            out.number(block, f"{c}/{kind}/{b}", number_knots(values[at], min_share=0.003))
                            x[at & (band == b), j] = scores(values[at & (band == b)])
                    br = steps(number_knots(f[c][f.NAME_CONTRACT_TYPE == "Cash loans"], step=0))
                else:
                    whole = bool(np.all(np.mod(values.dropna(), 1) == 0))
                    if c == "TARGET":
                        knots = [(0, 0), (1 - 24825 / LABELLED, 0), (1 - 24825 / LABELLED, 1), (1, 1)]
                    else:
                        knots = number_knots(values, step=1 if whole else 0)
                    out.number(block, c, knots, missing_of[c] or "-")
                    br = steps(knots)
                    x[:, j] = scores(values)
                    if c == "CNT_CHILDREN":
                        couple = f.NAME_FAMILY_STATUS.isin(["Married", "Civil marriage"]).values
                        for b, at in enumerate([~couple, couple]):
                            out.number(block, f"{c}/{b}", number_knots(values[at], step=1))
                            x[at, j] = scores(values[at])
            if pop == "train":
                latents[c] = Latent(br)
        matrices.append(x)
    target = pairwise(np.vstack(matrices))
    raw = frames["train"]
    t = names.index("TARGET")
    for c, known in WITH_TARGET.items():
        seen = raw[[c, "TARGET"]].corr().iloc[0, 1]
        j = names.index(c)
        target[t, j] = target[j, t] = target[t, j] * known / seen
    for (a, b), factor in OVERDRIVE.items():
        i, j = names.index(a), names.index(b)
        target[i, j] = target[j, i] = target[i, j] * factor
    h = history_variables(data, data["application_train"].SK_ID_CURR.values)
    label = data["application_train"].set_index("SK_ID_CURR").TARGET
    for c in HISTORY:
        j = names.index(c)
        seen = h[c].corr(label.reindex(h.index))
        r = target[t, j]
        if c in HISTORY_WITH_TARGET:
            r = r * HISTORY_WITH_TARGET[c] / seen if abs(seen) > 0.03 else HISTORY_WITH_TARGET[c]
        target[t, j] = target[j, t] = r * boost.get(c, 1.0)
    for i, c in enumerate(names):  # what ten thousand clients cannot tell from nothing
        if kinds[c] == "history":
            small = np.abs(target[i]) < 0.02
            small[[t, i]] = False
            target[i, small] = 0
            target[small, i] = 0
    nulls = []
    for c in names:
        m = missing_of.get(c)
        nulls.append((names.index(m), missing_share[("train", m)]) if m else None)
    apart = np.zeros((len(names), len(names)), bool)
    building = [names.index("NULL_" + c) for c in BUILDING + BUILDING_SINGLE]
    for i, c in enumerate(names):
        m = missing_of.get(c)
        if m:
            others = building if names.index(m) in building else [names.index(m)]
            apart[i, others] = True
            apart[others, i] = True
    leading = [i for i, c in enumerate(names) if c in LEADING or kinds[c] == "history" and c != "NB"]
    sigma, worst, gap = calibrated(target, [latents[c] for c in names], nulls, rounds=16, leading=leading, apart=apart)
    flat = np.abs(gap).argsort(axis=None)[::-1][:16:2]
    for at in flat:
        i, j = divmod(at, len(names))
        print("  gap", names[i], names[j], round(gap[i, j], 3))
    print("application: largest gap", worst, "on TARGET", np.abs(gap[t]).max())
    out.correlation("application", names, sigma)
    # Rows are drawn as often as their client has rows: their latents are recentred for that.
    rng = np.random.default_rng(11)
    z = rng.standard_normal((200000, len(names))) @ np.linalg.cholesky(positive(sigma)).T
    for c in HISTORY[2:]:
        count = "NB" if c.startswith("B_") else "NP"
        weights = data["counts"][count](z[:, names.index(count)])
        if c in ("P_REFUSED", "P_CANCELED", "P_CASH"):  # these leave out what ApplicationPlan sets apart
            weights = np.maximum(weights - 1.27, 0)
        v = z[:, names.index(c)]
        mean = np.average(v, weights=weights)
        sd = np.sqrt(np.average((v - mean) ** 2, weights=weights))
        out.parameters.append(f"centre.{c}\t{mean:.4f}")
        out.parameters.append(f"spread.{c}\t{sd:.4f}")
    return names, sigma


def atoms_of(values):
    """Flat segments of a client aggregate: its values held by more than 2 % of the clients."""
    s = pd.Series(values)
    counts = s.value_counts(normalize=True)
    at = []
    for v in sorted(counts[counts > 0.02].index):
        low = (s < v).mean()
        at.append((low, low + counts[v]))
    return at


def fit_block(out, block, frame, columns, whole, order_by=None, weights=None, texts=(), structural=(), banded=(), band=None, published=None):
    """One group of rows: marginals, jointly missing columns, correlations, client loadings."""
    weights = np.ones(len(frame)) if weights is None else weights
    names, cols, latents, nulls, groups = [], [], [], [], {}
    index = {}
    for c in columns:
        null = frame[c].isna()
        missing = "-"
        share = weights[null.values].sum() / weights.sum()
        share = (published or {}).get(c, share)
        if c in structural:  # read only where another column makes it matter
            share = 0.0 if share < 1 else share
        if share >= 0.9995:
            out.missing(block, c, 1.0)
            continue
        if share > 0.0005:
            key = null.values.tobytes()
            if key not in groups:
                groups[key] = "NULL_" + c
                out.missing(block, groups[key], share)
                names.append(groups[key])
                cols.append(scores(null.astype(float)))
                latents.append(Latent([(0, 1 - share), (1 - share, 1)]))
                nulls.append(None)
                index[groups[key]] = (len(names) - 1, share)
            missing = groups[key]
        values = frame[c]
        if c in texts:
            key_values = values.dropna()
            by = frame[order_by] if order_by else None
            means = by.groupby(values).mean() if order_by else key_values.value_counts()
            means = means.fillna(means.mean() if len(means.dropna()) else 0)
            order = list(means.sort_values(kind="stable").index)
            shares = category_shares(key_values, order, weights[~null.values])
            shares = [s for s in shares if s[1] > 2e-5] or shares
            total = sum(s for _, s in shares)
            shares = [(v, s / total) for v, s in shares]
            out.category(block, c, shares, missing)
            br = share_steps(shares)
            score = scores(values, {v: i for i, v in enumerate(order)})
        else:
            knots = number_knots(values, weights, step=1 if c in whole else 0)
            out.number(block, c, knots, missing)
            br = steps(knots)
            score = scores(values)
            if c in banded:
                for b in range(band.max() + 1):
                    at = (band == b) & values.notna().values
                    if at.sum() >= 200:
                        out.number(block, f"{c}/{b}", number_knots(values[at], weights[at]), missing)
                        score[at] = scores(values[at])
        if len(br) == 1 and br[0][1] - br[0][0] > 0.9995:
            continue
        names.append(c)
        cols.append(score)
        latents.append(Latent(br))
        nulls.append(index.get(missing))
    if len(names) < 2:
        sigma = np.eye(len(names))
    else:
        target = pairwise(np.column_stack(cols), min_joint=60)
        sigma, worst, _ = calibrated(target, latents, nulls, rounds=8, size=20000)
        print(f"{block}: {len(frame)} rows, {len(names)} variables, largest gap {worst:.3f}")
    out.correlation(block, names, sigma)


def intraclass(values, groups):
    """Share of the variance of normal scores that lies between the groups (one-way ANOVA)."""
    z = pd.Series(scores(values)).groupby(np.asarray(groups))
    n = z.size()
    mean, var = z.mean(), z.var()
    within = np.nansum(var * (n - 1)) / max((n - 1).sum(), 1)
    k = len(n)
    n0 = (n.sum() - (n**2).sum() / n.sum()) / (k - 1)
    grand = (mean * n).sum() / n.sum()
    between = ((mean - grand) ** 2 * n).sum() / (k - 1)
    return float(np.clip((between - within) / n0 / max((between - within) / n0 + within, 1e-9), 0.02, 0.9))


def raked(table, rows, cols):
    """Iterative proportional fitting of a joint table to known margins."""
    table = table.astype(float).copy()
    for _ in range(200):
        table = table.mul(pd.Series(rows) / table.sum(axis=1), axis=0).fillna(0)
        table = table.mul(pd.Series(cols) / table.sum(axis=0), axis=1).fillna(0)
    return table


BUREAU_TYPES = {"Consumer credit": "Consumer", "Credit card": "Card", "Car loan": "Car", "Mortgage": "Mortgage",
                "Microloan": "Micro"}


def fit_bureau(data, out):
    b = data["bureau"].copy()
    w = b.weight.values
    b["type"] = b.CREDIT_TYPE.map(BUREAU_TYPES).fillna("Other")
    state = b.CREDIT_ACTIVE.replace({"Bad debt": "Sold"})
    joint = pd.crosstab(state, b.type, values=w, aggfunc="sum").fillna(0)
    joint = raked(joint, {"Closed": 1079273, "Active": 630607, "Sold": 6548},
                  {"Consumer": 1251615, "Card": 402195, "Car": 27690, "Mortgage": 18391, "Micro": 12413, "Other": 4124})
    shares = joint / joint.values.sum()
    out.category("bureau", "STATE", [(s, shares.loc[s].sum()) for s in ["Closed", "Sold", "Active"]])
    for s in ["Closed", "Active", "Sold"]:
        t = shares.loc[s]
        out.category("bureau", "TYPE/" + s, [(k, t[k] / t.sum()) for k in
                                              ["Consumer", "Car", "Mortgage", "Micro", "Other", "Card"]])
    other = {"Loan for business development": 1975, "Another type of loan": 1017, "Unknown type of loan": 555,
             "Loan for working capital replenishment": 469, "Cash loan (non-earmarked)": 56, "Real estate loan": 27,
             "Loan for the purchase of equipment": 19, "Loan for purchase of shares (margin lending)": 4,
             "Interbank credit": 1, "Mobile operator loan": 1}
    out.category("bureau", "CREDIT_TYPE/Other", [(k, v / sum(other.values())) for k, v in other.items()])
    currency = {"currency 1": 1715020, "currency 2": 1224, "currency 3": 174, "currency 4": 10}
    out.category("bureau", "CREDIT_CURRENCY", [(k, v / 1716428) for k, v in currency.items()])
    whole = {"DAYS_CREDIT", "CREDIT_DAY_OVERDUE", "DAYS_CREDIT_ENDDATE", "DAYS_ENDDATE_FACT", "CNT_CREDIT_PROLONG",
             "DAYS_CREDIT_UPDATE", "UPDATE_LAG"}
    columns = ["DAYS_CREDIT", "CREDIT_DAY_OVERDUE", "DAYS_CREDIT_ENDDATE", "DAYS_ENDDATE_FACT",
               "AMT_CREDIT_MAX_OVERDUE", "CNT_CREDIT_PROLONG", "AMT_CREDIT_SUM", "AMT_CREDIT_SUM_DEBT",
               "AMT_CREDIT_SUM_LIMIT", "AMT_CREDIT_SUM_OVERDUE", "DAYS_CREDIT_UPDATE", "UPDATE_LAG"]
    b["UPDATE_LAG"] = (b.DAYS_CREDIT_UPDATE - b.DAYS_ENDDATE_FACT).where(state.eq("Closed"))
    b["DAYS_CREDIT_UPDATE"] = b.DAYS_CREDIT_UPDATE.where(b.UPDATE_LAG.isna())
    balanced = b.SK_ID_BUREAU.isin(data["bureau_balance"].SK_ID_BUREAU)
    for (s, t), g in list(b.groupby([state, "type"])) + [(("Sold", "Any"), b[state == "Sold"])]:
        if s == "Sold" and t != "Any":
            continue
        at = g.index.values
        fit_block(out, f"bureau.{s}.{t}", g, columns, whole, weights=w[at], banded=("UPDATE_LAG",),
                  band=np.searchsorted(ENDED, g.DAYS_ENDDATE_FACT.fillna(0).values, side="left"))
        paid = g.AMT_ANNUITY[balanced[at]]
        out.missing(f"bureau.{s}.{t}", "NULL_AMT_ANNUITY", np.average(paid.isna(), weights=w[paid.index]))
        out.number(f"bureau.{s}.{t}", "AMT_ANNUITY", number_knots(paid, w[paid.index]), "NULL_AMT_ANNUITY")
    par = out.parameters
    for name, v in {"B_AGE": b.DAYS_CREDIT, "B_SUM": b.AMT_CREDIT_SUM, "B_DEBT": b.AMT_CREDIT_SUM_DEBT}.items():
        par.append(f"intraclass.{name}\t{intraclass(v.where(v.notna()), b.SK_ID_CURR):.3f}")
    for name, v in {"B_CLOSED": state.eq("Closed"), "B_CARD": b.type.eq("Card"), "B_LATE": b.AMT_CREDIT_MAX_OVERDUE.fillna(0) > 0}.items():
        par.append(f"intraclass.{name}\t{min(0.9, 1.7 * intraclass(v.astype(float), b.SK_ID_CURR)):.3f}")


PREVIOUS_TEXT = ["WEEKDAY_APPR_PROCESS_START", "FLAG_LAST_APPL_PER_CONTRACT", "NAME_CASH_LOAN_PURPOSE", "NAME_PAYMENT_TYPE",
                 "CODE_REJECT_REASON", "NAME_TYPE_SUITE", "NAME_CLIENT_TYPE", "NAME_GOODS_CATEGORY", "NAME_PORTFOLIO",
                 "CHANNEL_TYPE", "NAME_SELLER_INDUSTRY", "NAME_YIELD_GROUP", "PRODUCT_COMBINATION"]


def fit_previous(data, out):
    p = data["previous_application"].copy()
    w = p.weight.values
    status, kind = p.NAME_CONTRACT_STATUS, p.NAME_CONTRACT_TYPE
    status = status.where(~(status.eq("Unused offer") & ~kind.eq("Consumer loans")), "Canceled")
    status = status.where(kind.ne("XNA"), "Canceled")
    joint = pd.crosstab(status, kind, values=w, aggfunc="sum").fillna(0)
    joint = raked(joint, {"Approved": 1036781, "Canceled": 316319, "Refused": 290678, "Unused offer": 26436},
                  {"Cash loans": 747553, "Consumer loans": 729151, "Revolving loans": 193164, "XNA": 346})
    shares = joint / joint.values.sum()
    out.category("previous", "STATUS", [(s, shares.loc[s].sum()) for s in ["Approved", "Unused offer", "Canceled", "Refused"]])
    for s in shares.index:
        t = shares.loc[s]
        out.category("previous", "TYPE/" + s, [(k, t[k] / t.sum()) for k in
                                                ["Consumer loans", "XNA", "Revolving loans", "Cash loans"] if t[k] > 0])
    p["APP"] = p.AMT_APPLICATION
    p["RATIO"] = (p.AMT_CREDIT / p.AMT_APPLICATION.where(p.AMT_APPLICATION > 0)).round(4)
    p["CREDIT"] = p.AMT_CREDIT.where(p.AMT_APPLICATION <= 0)
    p["RATE"] = p.AMT_ANNUITY / p.AMT_CREDIT.where(p.AMT_CREDIT > 0)
    p["DOWN_RATE"] = p.RATE_DOWN_PAYMENT.clip(lower=0)
    p["DUE_LAG"] = np.where(p.DAYS_FIRST_DUE == SENTINEL, SENTINEL, p.DAYS_FIRST_DUE - p.DAYS_DECISION)
    p["DRAW_LAG"] = np.where(p.DAYS_FIRST_DRAWING == SENTINEL, SENTINEL, p.DAYS_FIRST_DRAWING - p.DAYS_DECISION)
    for c in ["DUE_LAG", "DRAW_LAG"]:
        p[c] = p[c].where(p.DAYS_FIRST_DUE.notna())
    ended = (p.DAYS_LAST_DUE < SENTINEL) & (p.CNT_PAYMENT > 1)
    # A credit that began long ago shows its whole life; a recent one shows it only if it ended early.
    old = p.DAYS_FIRST_DUE + 30 * (p.CNT_PAYMENT - 1) < 0
    p["LIFE"] = ((p.DAYS_LAST_DUE - p.DAYS_FIRST_DUE) / (30 * (p.CNT_PAYMENT - 1))).where(ended & old)
    p["END_LAG"] = (p.DAYS_TERMINATION - p.DAYS_LAST_DUE).where((p.DAYS_TERMINATION < SENTINEL) & (p.DAYS_LAST_DUE < SENTINEL))
    p["RATE_PRIMARY"], p["RATE_PRIVILEGED"] = p.RATE_INTEREST_PRIMARY, p.RATE_INTEREST_PRIVILEGED
    empty = p.NAME_PORTFOLIO.eq("XNA")
    columns = ["DAYS_DECISION", "APP", "RATIO", "CREDIT", "RATE", "DOWN_RATE", "CNT_PAYMENT", "HOUR_APPR_PROCESS_START",
               "NFLAG_LAST_APPL_IN_DAY", "RATE_PRIMARY", "RATE_PRIVILEGED", "SELLERPLACE_AREA", "DRAW_LAG", "DUE_LAG",
               "NFLAG_INSURED_ON_APPROVAL"] + PREVIOUS_TEXT
    whole = {"DAYS_DECISION", "CNT_PAYMENT", "HOUR_APPR_PROCESS_START", "NFLAG_LAST_APPL_IN_DAY", "SELLERPLACE_AREA",
             "DRAW_LAG", "DUE_LAG", "NFLAG_INSURED_ON_APPROVAL"}
    for (s, t), g in p.groupby([status, kind]):
        share = np.average(empty[g.index], weights=w[g.index])
        if s == "Approved":
            share = 0.0
        if (s == "Canceled" and t in ("Revolving loans", "Consumer loans", "XNA")) or (s, t) == ("Unused offer", "Consumer loans"):
            share = 1.0
        out.missing(f"previous.{s}.{t}", "EMPTY", share)
        for name, part in [("full", g[~empty[g.index]] if 0 < share < 1 else g), ("empty", g[empty[g.index]] if share < 1 else g)]:
            if (name == "full" and share == 1) or (name == "empty" and share == 0):
                continue
            fit_block(out, f"previous.{s}.{t}.{name}", part, columns, whole, order_by="DAYS_DECISION" if name == "empty" else "APP",
                      weights=w[part.index], texts=set(PREVIOUS_TEXT), structural={"CREDIT", "RATIO"},
                      banded=("RATE", "DOWN_RATE"), band=np.searchsorted(APPLIED, part.APP.values, side="left"))
    for t, g in p[status.eq("Approved")].groupby(kind):
        for c in ["LIFE", "END_LAG"]:
            v = g[c].dropna()
            if c == "LIFE":
                band = np.searchsorted(LENGTHS, g.CNT_PAYMENT[v.index].values, side="left")
                for b in range(len(LENGTHS) + 1):
                    if (band == b).sum() >= 200:
                        out.number(f"credit.{t}", f"LIFE/{b}", number_knots(v[band == b], w[v.index[band == b]]))
            if len(v) > 50:
                out.number(f"credit.{t}", c, number_knots(v, w[v.index], step=1 if c == "END_LAG" else 0))
    par = out.parameters
    for name, v in {"P_AGE": p.DAYS_DECISION, "P_AMT": p.APP.where(p.APP > 0)}.items():
        par.append(f"intraclass.{name}\t{intraclass(v, p.SK_ID_CURR):.3f}")
    for name, v in {"P_REFUSED": status.eq("Refused"), "P_CANCELED": status.eq("Canceled"), "P_CASH": kind.eq("Cash loans")}.items():
        par.append(f"intraclass.{name}\t{min(0.9, 1.1 * intraclass(v.astype(float), p.SK_ID_CURR)):.3f}")


def fit_cards(data, out):
    c = data["credit_card_balance"]
    w = c.weight.values
    columns = ["AMT_BALANCE", "AMT_CREDIT_LIMIT_ACTUAL", "AMT_DRAWINGS_ATM_CURRENT", "AMT_DRAWINGS_OTHER_CURRENT",
               "AMT_DRAWINGS_POS_CURRENT", "AMT_INST_MIN_REGULARITY", "AMT_PAYMENT_CURRENT", "AMT_PAYMENT_TOTAL_CURRENT",
               "AMT_RECEIVABLE_PRINCIPAL", "AMT_RECIVABLE", "CNT_DRAWINGS_ATM_CURRENT", "CNT_DRAWINGS_OTHER_CURRENT",
               "CNT_DRAWINGS_POS_CURRENT", "CNT_INSTALMENT_MATURE_CUM", "NAME_CONTRACT_STATUS", "SK_DPD", "SK_DPD_DEF"]
    whole = {"AMT_CREDIT_LIMIT_ACTUAL", "CNT_INSTALMENT_MATURE_CUM", "SK_DPD", "SK_DPD_DEF"} | {x for x in columns if x.startswith("CNT_")}
    fit_block(out, "card", c.reset_index(drop=True), columns, whole, order_by="AMT_BALANCE", weights=w, texts={"NAME_CONTRACT_STATUS"},
              published=CARD_NULLS)
    for x in columns:
        if x != "NAME_CONTRACT_STATUS":
            v = c[x].astype(float)
            out.parameters.append(f"intraclass.card.{x}\t{intraclass(v, c.SK_ID_PREV):.3f}")


def fit_months(data, out):
    bb, b = data["bureau_balance"], data["bureau"]
    x = bb.merge(b[["SK_ID_BUREAU", "DAYS_ENDDATE_FACT", "weight"]])
    after = x.MONTHS_BALANCE > x.DAYS_ENDDATE_FACT.fillna(0) / 30.44
    for name, g in x.groupby(after):
        shares = g.groupby("STATUS").weight.sum()
        out.category("balance", "STATUS/" + ("after" if name else "before"), [(s, shares[s] / shares.sum()) for s in
                     ["C", "X", "0", "1", "2", "3", "4", "5"]])
    lasts = bb.groupby("SK_ID_BUREAU").MONTHS_BALANCE.max()
    out.number("balance", "LAST", number_knots(lasts.values, step=1))
    pos = data["POS_CASH_balance"]
    for name, mask in [("SK_DPD", pos.SK_DPD), ("SK_DPD_DEF", pos.SK_DPD_DEF)]:
        late = mask[mask > 0]
        out.number("pos", name + "/late", number_knots(late, pos.weight.values[late.index], step=1))
        out.missing("pos", name + "/on time", 1 - np.average(mask > 0, weights=pos.weight))
    shares = pos.groupby("NAME_CONTRACT_STATUS").weight.sum() / pos.weight.sum()
    out.category("pos", "STATUS", list(shares.items()))
    last = data["credit_card_balance"].groupby("SK_ID_PREV").MONTHS_BALANCE.max()
    out.number("card", "LAST", number_knots(last.values, step=1))
    i = data["installments_payments"]
    early = (i.DAYS_INSTALMENT - i.DAYS_ENTRY_PAYMENT).dropna()
    out.number("instalment", "DAYS_EARLY", number_knots(early, step=1))


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", required=True)
    args.add_argument("--out", required=True)
    args = args.parse_args()
    folder = pathlib.Path(args.data)
    data = {p.name[:-7]: pd.read_csv(p) for p in sorted((folder / "sample").glob("*.csv.gz"))}
    data["train"] = pd.read_csv(folder / "applications/application_train.csv.gz")
    data["test"] = pd.read_csv(folder / "applications/application_test.csv.gz")
    labelled = set(data["application_train"].SK_ID_CURR)
    for name in ["bureau", "previous_application", "POS_CASH_balance", "installments_payments", "credit_card_balance"]:
        t = data[name]
        t["weight"] = np.where(t.SK_ID_CURR.isin(labelled), LABELLED, NEW) / (LABELLED + NEW)
    counts = {}
    for name, table in [("NB", "bureau"), ("NP", "previous_application")]:
        n = data[table].groupby("SK_ID_CURR").size().reindex(data["application_train"].SK_ID_CURR).fillna(0).values
        n = np.sort(n)
        counts[name] = lambda z, n=n: n[np.minimum((norm.cdf(z) * len(n)).astype(int), len(n) - 1)]
    data["counts"] = counts
    out = Out(args.out)
    boost = {}
    calibration = pathlib.Path(__file__).with_name("boost.tsv")
    if calibration.exists():
        boost = {k: float(v) for k, v in (l.split("\t") for l in calibration.read_text().splitlines()[1:])}
    fit_application(data, out, boost)
    fit_bureau(data, out)
    fit_previous(data, out)
    fit_cards(data, out)
    fit_months(data, out)
    out.write()


if __name__ == "__main__":
    main()
