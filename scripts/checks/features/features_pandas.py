"""Computes the 741 core features with pandas, in the manner of the public kernels (one-hot columns,
then groupby aggregates per table) but with the catalogue's semantics: the second, independent
oracle, and the benchmark's pandas competitor. It reads columns and aggregates from the golden file
itself and shares no SQL, no declaration and no category list with features_duckdb.py."""

import re
from pathlib import Path

import numpy as np
import pandas as pd

from common import (DEFAULT_FAMILIES, CheckError, Stopwatch, application_files,
                    argument_parser, golden_families, parquet_parts, run, table_file)

CLIENT = "SK_ID_CURR"


def read_table(file):
    """Reads a whole table; blank CSV cells are the only nulls ('NA' and 'XNA' are text)."""
    if file.suffix in (".csv", ".gz"):
        return pd.read_csv(file, keep_default_na=False, na_values=[""], dtype={"STATUS": str})
    rows = pd.concat([pd.read_parquet(part) for part in parquet_parts(file)], ignore_index=True)
    booleans = list(rows.select_dtypes("bool"))
    if booleans:
        raise CheckError(f"{file}: {', '.join(booleans)} is boolean, not text", "the file was "
                         "converted with guessed column types", "convert it again as text")
    return rows


def safe_name(text):
    return re.sub(r"[^A-Za-z0-9_]", "_", text)


def divide(above, below):
    """above / below, null where the denominator is zero or null."""
    return above / below.where(below != 0)


def indicators(frame, columns):
    """One-hot columns named COLUMN_Value; a null category gives zeros."""
    dummies = pd.get_dummies(frame[columns], columns=columns, dtype=np.uint8)
    dummies.columns = [safe_name(name) for name in dummies.columns]
    return dummies


def aggregate(rows, families, key=CLIENT):
    """The aggregates the families ask for, one row per key, columns named as in the golden file."""
    wanted = {}
    for family in families:
        for column in family["columns"]:
            for kind in column["aggs"]:
                wanted.setdefault(kind, {})[column["col"]] = (
                    f"{family['prefix']}{column['col']}_{kind.upper()}")
    grouped = rows.groupby(key)
    blocks = []
    for kind, names in wanted.items():
        if kind == "size":
            blocks += [grouped.size().rename(name) for name in names.values()]
            continue
        absent = [column for column in names if column not in rows]   # unseen category: all zero
        values = grouped[[column for column in names if column in rows]]
        block = values.sum(min_count=1) if kind == "sum" else getattr(values, kind)()
        blocks.append(block.assign(**{column: 0.0 for column in absent}).rename(columns=names))
    return pd.concat(blocks, axis=1)


def application(files, indicator_names):
    """The application features, one row per client."""
    frame = pd.concat([read_table(file) for file in files], ignore_index=True).set_index(CLIENT)
    frame["DAYS_EMPLOYED"] = frame["DAYS_EMPLOYED"].replace(365243, np.nan)
    frame["AMT_INCOME_TOTAL"] = frame["AMT_INCOME_TOTAL"].clip(upper=20_000_000)
    frame["DAYS_LAST_PHONE_CHANGE"] = frame["DAYS_LAST_PHONE_CHANGE"].replace(0, np.nan)
    frame["REGION_RATING_CLIENT_W_CITY"] = frame["REGION_RATING_CLIENT_W_CITY"].replace(-1, np.nan)
    frame["CODE_GENDER"] = frame["CODE_GENDER"].map({"F": 1.0, "M": 0.0})
    for flag in ("FLAG_OWN_CAR", "FLAG_OWN_REALTY"):
        frame[flag] = frame[flag].map({"Y": 1.0, "N": 0.0})
    categories = [name for name in frame if not pd.api.types.is_numeric_dtype(frame[name])]
    ratios = pd.DataFrame({
        "DAYS_EMPLOYED_PERC": divide(frame["DAYS_EMPLOYED"], frame["DAYS_BIRTH"]),
        "INCOME_CREDIT_PERC": divide(frame["AMT_INCOME_TOTAL"], frame["AMT_CREDIT"]),
        "INCOME_PER_PERSON": divide(frame["AMT_INCOME_TOTAL"], frame["CNT_FAM_MEMBERS"]),
        "ANNUITY_INCOME_PERC": divide(frame["AMT_ANNUITY"], frame["AMT_INCOME_TOTAL"]),
        "PAYMENT_RATE": divide(frame["AMT_ANNUITY"], frame["AMT_CREDIT"])})
    seen = indicators(frame, categories).reindex(columns=indicator_names, fill_value=0)
    return pd.concat([frame.drop(columns=categories), seen, ratios], axis=1)


def balance_per_credit(file):
    """Per bureau credit: extent of its monthly balance and the share of each status."""
    balance = read_table(file)
    grouped = balance.groupby("SK_ID_BUREAU")["MONTHS_BALANCE"]
    statuses = indicators(balance, ["STATUS"]).add_suffix("_MEAN")
    return pd.concat([grouped.min().rename("MONTHS_BALANCE_MIN"),
                      grouped.max().rename("MONTHS_BALANCE_MAX"),
                      grouped.size().rename("MONTHS_BALANCE_SIZE"),
                      statuses.groupby(balance["SK_ID_BUREAU"]).mean()], axis=1)


def bureau(file, balance_file, families):
    rows = read_table(file)
    for column in ("DAYS_CREDIT_ENDDATE", "DAYS_CREDIT_UPDATE"):
        rows[column] = rows[column].where(~(rows[column] < -40000))
    columns = [f"MONTHS_BALANCE_{kind}" for kind in ("MIN", "MAX", "SIZE")]
    columns += [f"STATUS_{status}_MEAN" for status in "012345CX"]
    if balance_file:
        credits = balance_per_credit(balance_file)
        rows = rows.join(credits.reindex(columns=credits.columns.union(columns), fill_value=0.0),
                         on="SK_ID_BUREAU")
    else:
        rows[columns] = np.nan
    everything = pd.concat([rows, indicators(rows, ["CREDIT_ACTIVE", "CREDIT_CURRENCY",
                                                    "CREDIT_TYPE"])], axis=1)
    return pd.concat([
        aggregate(everything, [families[name] for name in ("BURO-NUM", "BURO-OHE",
                                                           "BURO-BBSTATUS")]),
        aggregate(rows[rows["CREDIT_ACTIVE"] == "Active"], [families["ACTIVE-NUM"]]),
        aggregate(rows[rows["CREDIT_ACTIVE"] == "Closed"], [families["CLOSED-NUM"]])], axis=1)


def previous(file, families):
    rows = read_table(file)
    for column in ("AMT_DOWN_PAYMENT", "RATE_DOWN_PAYMENT"):
        rows[column] = rows[column].clip(lower=0)
    rows["APP_CREDIT_PERC"] = divide(rows["AMT_APPLICATION"], rows["AMT_CREDIT"])
    categories = [name for name in rows if not pd.api.types.is_numeric_dtype(rows[name])]
    shares = pd.concat([rows[[CLIENT]], indicators(rows, categories)], axis=1)
    status = rows["NAME_CONTRACT_STATUS"]
    return pd.concat([
        aggregate(rows, [families["PREV-NUM"]]),
        aggregate(shares, [families["PREV-OHE"]]),
        aggregate(rows[status == "Approved"], [families["APPROVED-NUM"]]),
        aggregate(rows[status == "Refused"], [families["REFUSED-NUM"]])], axis=1)


def monthly(file, numeric, shares, count):
    """POS_CASH and credit card: numeric aggregates, status shares, number of rows."""
    rows = read_table(file)
    if numeric["prefix"] == "CC_":
        for column in ("AMT_DRAWINGS_ATM_CURRENT", "AMT_DRAWINGS_CURRENT"):
            rows[column] = rows[column].where(~(rows[column] < 0))
    rows = pd.concat([rows, indicators(rows, ["NAME_CONTRACT_STATUS"])], axis=1)
    return pd.concat([aggregate(rows, [numeric, shares]),
                      rows.groupby(CLIENT).size().rename(count["features"][0])], axis=1)


def instalments(file, numeric, count):
    rows = read_table(file)
    late = rows["DAYS_ENTRY_PAYMENT"] - rows["DAYS_INSTALMENT"]
    rows["DPD"] = late.clip(lower=0)
    rows["DBD"] = (-late).clip(lower=0)
    share = divide(rows["AMT_PAYMENT"], rows["AMT_INSTALMENT"])
    due = rows["AMT_INSTALMENT"].notna() & (rows["AMT_INSTALMENT"] != 0)
    rows["PAYMENT_PERC"] = share.mask(due & rows["AMT_PAYMENT"].isna(), 0.0)
    rows["PAYMENT_DIFF"] = rows["AMT_INSTALMENT"] - rows["AMT_PAYMENT"]
    return pd.concat([aggregate(rows, [numeric]),
                      rows.groupby(CLIENT).size().rename(count["features"][0])], axis=1)


def compute(options, watch):
    """Aggregates table after table and joins each to the clients."""
    golden = golden_families(options.families)
    families = {family["id"]: family for family in golden}
    names = [name for family in golden for name in family["features"]]
    features = application(application_files(options.data), families["APP-OHE"]["features"])
    features = features.reindex(columns=[name for name in names if name in features])
    watch.lap("application")
    balance = table_file(options.data, "bureau_balance")
    steps = {
        "bureau": lambda file: bureau(file, balance, families),
        "previous_application": lambda file: previous(file, families),
        "POS_CASH_balance": lambda file: monthly(file, *(families[f"POS-{part}"] for part in
                                                         ("NUM", "OHE", "COUNT"))),
        "installments_payments": lambda file: instalments(file, families["INSTAL-NUM"],
                                                          families["INSTAL-COUNT"]),
        "credit_card_balance": lambda file: monthly(file, *(families[f"CC-{part}"] for part in
                                                            ("NUM", "OHE", "COUNT"))),
    }
    for table, step in steps.items():
        file = table_file(options.data, table)
        if file:
            features = features.join(step(file))
        watch.lap(table)
    features = features.reindex(columns=names).astype(np.float64)
    features.to_parquet(options.out, compression="zstd")   # the index becomes column SK_ID_CURR
    watch.lap("write")
    print(f"{len(features):,} clients x {len(names)} features -> {options.out}")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--data", required=True, help="folder of CSV, CSV.GZ or Parquet tables")
    parser.add_argument("--out", required=True, type=Path, help="Parquet file to write")
    parser.add_argument("--families", default=DEFAULT_FAMILIES, help="golden feature_families.json")
    watch = Stopwatch("features_pandas")
    compute(parser.parse_args(), watch)
    watch.finish()
    return 0


if __name__ == "__main__":
    run(main)
