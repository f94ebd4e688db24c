#!/usr/bin/env python3
"""Writes the table the fidelity report compares with.

usage: reference.py --data DIR --statistics DIR --out FILE
DIR holds applications/ and sample/; the statistics are the published per-column ones. Where
these give full counts (missing, categories), they are taken; bins of numbers, which they do not
give, are deciles of the local tables. Nothing written is a row or rests on fewer than 20 rows.
"""
import argparse
import pathlib
import re

import numpy as np
import pandas as pd

LABELLED, NEW = 307511, 48744
HISTORIES = {"bureau": 1716428, "bureau_balance": 27299925, "previous_application": 1670214,
             "POS_CASH_balance": 10001358, "installments_payments": 13605401, "credit_card_balance": 3840312}
FULL = {
    "bureau": {"DAYS_CREDIT_ENDDATE": 105553, "DAYS_ENDDATE_FACT": 633653, "AMT_CREDIT_MAX_OVERDUE": 1124488,
               "AMT_CREDIT_SUM_DEBT": 257669, "AMT_CREDIT_SUM_LIMIT": 591780, "AMT_ANNUITY": 1226791,
               "AMT_CREDIT_SUM": 13},
    "POS_CASH_balance": {"CNT_INSTALMENT": 26071, "CNT_INSTALMENT_FUTURE": 26087},
    "installments_payments": {"DAYS_ENTRY_PAYMENT": 2905, "AMT_PAYMENT": 2905},
    "credit_card_balance": {c: 749816 for c in
                            ["AMT_DRAWINGS_ATM_CURRENT", "AMT_DRAWINGS_OTHER_CURRENT", "AMT_DRAWINGS_POS_CURRENT",
                             "CNT_DRAWINGS_ATM_CURRENT", "CNT_DRAWINGS_OTHER_CURRENT", "CNT_DRAWINGS_POS_CURRENT"]}
    | {"AMT_INST_MIN_REGULARITY": 305236, "CNT_INSTALMENT_MATURE_CUM": 305236, "AMT_PAYMENT_CURRENT": 767988},
    "previous_application": {
        "AMT_ANNUITY": 307218 + 65017, "AMT_DOWN_PAYMENT": 749540 + 146304, "RATE_DOWN_PAYMENT": 749540 + 146304,
        "AMT_GOODS_PRICE": 319525 + 65990, "CNT_PAYMENT": 307213 + 65017, "NAME_TYPE_SUITE": 694672 + 125733,
        "RATE_INTEREST_PRIMARY": 1408910 + 255353, "RATE_INTEREST_PRIVILEGED": 1408910 + 255353,
        "PRODUCT_COMBINATION": 346} | {c: 561106 + 111959 for c in
                                       ["DAYS_FIRST_DRAWING", "DAYS_FIRST_DUE", "DAYS_LAST_DUE_1ST_VERSION",
                                        "DAYS_LAST_DUE", "DAYS_TERMINATION", "NFLAG_INSURED_ON_APPROVAL"]},
}
COUNTS = {
    ("bureau", "CREDIT_ACTIVE"): {"Closed": 1079273, "Active": 630607, "Sold": 6527, "Bad debt": 21},
    ("bureau", "CREDIT_CURRENCY"): {"currency 1": 1715020, "currency 2": 1224, "currency 3": 174, "currency 4": 10},
    ("bureau", "CREDIT_TYPE"): {
        "Consumer credit": 1251615, "Credit card": 402195, "Car loan": 27690, "Mortgage": 18391, "Microloan": 12413,
        "Loan for business development": 1975, "Another type of loan": 1017, "Unknown type of loan": 555,
        "Loan for working capital replenishment": 469},
    ("bureau_balance", "STATUS"): {"C": 13646993, "0": 7499507, "X": 5810482, "1": 242347, "5": 62406, "2": 23419,
                                   "3": 8924, "4": 5847},
    ("previous_application", "NAME_CONTRACT_STATUS"): {"Approved": 1036781, "Canceled": 316319, "Refused": 290678,
                                                       "Unused offer": 26436},
    ("previous_application", "NAME_CONTRACT_TYPE"): {"Cash loans": 747553, "Consumer loans": 729151,
                                                     "Revolving loans": 193164, "XNA": 346},
    ("previous_application", "CODE_REJECT_REASON"): {
        "XAP": 1353093, "HC": 175231, "LIMIT": 55680, "SCO": 37467, "CLIENT": 26436, "SCOFR": 12811, "XNA": 5244,
        "VERIF": 3535, "SYSTEM": 717},
    ("previous_application", "NAME_PORTFOLIO"): {"POS": 691011, "Cash": 461563, "XNA": 372230, "Cards": 144985, "Cars": 425},
    ("installments_payments", "NUM_INSTALMENT_VERSION"): {"1.0": 8485004, "0.0": 4082498, "2.0": 620283, "3.0": 237063},
}
CORRELATIONS = [
    ("application_train", "EXT_SOURCE_1", -0.1553), ("application_train", "EXT_SOURCE_2", -0.1605),
    ("application_train", "EXT_SOURCE_3", -0.1789), ("application_train", "DAYS_BIRTH", 0.0782),
    ("application_train", "DAYS_EMPLOYED", 0.0750), ("application_train", "REGION_RATING_CLIENT_W_CITY", 0.0609),
    ("bureau", "BURO_DAYS_CREDIT_MEAN", 0.0897), ("bureau", "BURO_CREDIT_ACTIVE_Closed_MEAN", -0.0794),
    ("previous_application", "PREV_NAME_CONTRACT_STATUS_Refused_MEAN", 0.0777),
    ("credit_card_balance", "CC_CNT_DRAWINGS_CURRENT_MAX", 0.1010),
]
RAKED = {"bureau": ["CREDIT_ACTIVE", "CREDIT_TYPE"], "previous_application": ["NAME_CONTRACT_STATUS", "NAME_CONTRACT_TYPE"],
         "bureau_balance": ["STATUS"]}
# Its local rows cover few clients: only published figures are compared.
PARTIAL = {"installments_payments"}


def published(folder):
    """Missing counts and complete category counts of train and test, by file and column."""
    missing, counts = {}, {}
    file = None
    for line in (pathlib.Path(folder) / "stats_application.tsv").read_text().splitlines():
        if line.startswith("#####"):
            file = "application_train" if "train_info" in line else "application_test"
            continue
        cells = line.split("\t")
        if len(cells) < 10:
            continue
        missing[file, cells[0]] = int(cells[2])
        if cells[1] == "object" and "..." not in cells[8] + cells[9]:
            names = re.findall(r"'((?:[^'])*)'", cells[8])
            numbers = [int(x) for x in cells[9].strip("[]").split(",")]
            if len(names) == len(numbers):
                counts[file, cells[0]] = dict(zip(names, numbers))
    return missing, counts


def bins(values, weights):
    """Upper edges with shares: deciles, where a value held by many rows is a bin of its own."""
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    at = np.cumsum(weights) / weights.sum()
    distinct, first = np.unique(values, return_index=True)
    share = np.add.reduceat(weights, first) / weights.sum()
    edges = {values[min(np.searchsorted(at, i / 10), len(values) - 1)] for i in range(1, 10)}
    for v in distinct[share >= 0.05]:
        edges.add(v)
        below = distinct[distinct < v]
        if len(below):
            edges.add(below[-1])
    edges = sorted(edges)
    up_to = np.searchsorted(values, edges, side="right")
    total = np.concatenate([[0], at[np.maximum(up_to - 1, 0)], [1]])
    shares = np.diff(total)
    out, carried = [], 0.0
    for edge, part in zip(edges + [np.inf], shares):
        carried += part
        if carried * len(values) < 20 or carried < 0.005 and edge != np.inf:
            continue
        out.append([edge, carried])
        carried = 0.0
    if out[-1][0] != np.inf:
        out[-1] = [np.inf, out[-1][1] + carried]
    return out


def raked(frame, weights, margins):
    """Weights under which the rows have the published margins (iterative proportional fitting)."""
    weights = weights.astype(float).copy()
    for _ in range(50):
        for column, counts in margins.items():
            known = frame[column].isin(list(counts)).values
            sums = pd.Series(weights[known]).groupby(frame[column].values[known]).sum()
            scale = pd.Series(counts) / sum(counts.values()) * weights[known].sum() / sums
            weights[known] *= frame[column].map(scale).values[known]
    return weights


def short(value):
    return "inf" if value == np.inf else f"{value:.10g}"


def main():
    args = argparse.ArgumentParser(description=__doc__)
    for name in ["--data", "--statistics", "--out"]:
        args.add_argument(name, required=True)
    args = args.parse_args()
    folder = pathlib.Path(args.data)
    missing, counts = published(args.statistics)
    lines = ["kind\tfile\tcolumn\texpected\tsource"]
    frames = {f: pd.read_csv(folder / f"applications/{f}.csv.gz") for f in ["application_train", "application_test"]}
    labelled = set(pd.read_csv(folder / "sample/application_train.csv.gz", usecols=["SK_ID_CURR"]).SK_ID_CURR)
    for f in HISTORIES:
        frames[f] = pd.read_csv(folder / f"sample/{f}.csv.gz")
    owner = frames["bureau"].set_index("SK_ID_BUREAU").SK_ID_CURR
    for f, frame in frames.items():
        if f.startswith("application"):
            weights = np.ones(len(frame))
            total = LABELLED if f == "application_train" else NEW
            source = f"{len(frame)} local rows"
        else:
            who = frame.SK_ID_BUREAU.map(owner) if f == "bureau_balance" else frame.SK_ID_CURR
            weights = np.where(who.isin(labelled), LABELLED, NEW) / (LABELLED + NEW)
            total = HISTORIES[f]
            source = "rows of 10000 local clients, weighted"
            margins = {c: COUNTS[f, c] for c in RAKED.get(f, [])}
            if margins:
                weights = raked(frame, weights, margins)
        for c in frame.columns:
            if c.startswith("SK_ID_"):
                continue
            null = frame[c].isna().values
            known = missing.get((f, c), FULL.get(f, {}).get(c))
            if known is None and f in FULL and c not in FULL[f]:
                known = 0
            share = known / total if known is not None else weights[null].sum() / weights.sum()
            lines.append(f"missing\t{f}\t{c}\t{share:.5f}\t" + ("published count" if known is not None else source))
            full = counts.get((f, c)) or COUNTS.get((f, c))
            if f in PARTIAL and not full:
                continue
            if full:
                all_of = sum(full.values())
                text = "|".join(f"{n / all_of:.5f}:{v}" for v, n in full.items() if n >= 20)
                lines.append(f"shares\t{f}\t{c}\t{text}\tpublished counts")
            elif pd.api.types.is_numeric_dtype(frame[c]):
                known_values = frame[c].values[~null].astype(float)
                if len(known_values) < 1000:
                    continue
                if c == "TARGET":
                    lines.append(f"bins\t{f}\t{c}\t0:{1 - 24825 / LABELLED:.5f} inf:{24825 / LABELLED:.5f}\tpublished counts")
                    continue
                text = " ".join(f"{short(e)}:{s:.5f}" for e, s in bins(known_values, weights[~null]))
                lines.append(f"bins\t{f}\t{c}\t{text}\t{source}")
            else:
                w = pd.Series(weights[~null]).groupby(frame[c].values[~null]).agg(["sum", "size"])
                w = w[w["size"] >= 20]["sum"]
                text = "|".join(f"{n:.5f}:{v}" for v, n in (w / w.sum()).items())
                lines.append(f"shares\t{f}\t{c}\t{text}\t{source}")
    for f, c, r in CORRELATIONS:
        lines.append(f"target\t{f}\t{c}\t{r}\tpublished correlation")
    for f, rows in HISTORIES.items():
        lines.append(f"rows\t{f}\tper client\t{rows / (LABELLED + NEW):.4f}\tpublished counts")
    pathlib.Path(args.out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
