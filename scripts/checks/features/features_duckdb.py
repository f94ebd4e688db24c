"""Computes the 741 core features with DuckDB SQL: the first oracle of the Java feature engine and
its benchmark competitor. The SQL is generated from declarations.py, one aggregation per table."""

from pathlib import Path

import duckdb

from common import (DEFAULT_FAMILIES, HISTORY_TABLES, CheckError, Stopwatch, application_files,
                    argument_parser, csv_header, golden_families, parquet_parts, run, table_file)
from features.declarations import (APPLICATION_BINARIES, APPLICATION_INDICATORS, APPLICATION_RATIOS,
                                   BALANCE_STATUSES, GROUPS, feature_suffix)

KEYS = {"SK_ID_CURR", "SK_ID_BUREAU", "SK_ID_PREV"}

# Row-level cleaning and derivations: the expressions that replace or add a column of a table.
ROW_EXPRESSIONS = {
    "bureau": {
        column: f"CASE WHEN {column} < -40000 THEN NULL ELSE {column} END"
        for column in ("DAYS_CREDIT_ENDDATE", "DAYS_CREDIT_UPDATE")},
    "previous_application": {
        "AMT_DOWN_PAYMENT": "CASE WHEN AMT_DOWN_PAYMENT < 0 THEN 0 ELSE AMT_DOWN_PAYMENT END",
        "RATE_DOWN_PAYMENT": "CASE WHEN RATE_DOWN_PAYMENT < 0 THEN 0 ELSE RATE_DOWN_PAYMENT END",
        "APP_CREDIT_PERC": "AMT_APPLICATION / nullif(AMT_CREDIT, 0)"},
    "POS_CASH_balance": {},
    "installments_payments": {
        # comparisons with a null are null, so a CASE with both branches tested stays null
        "DPD": "CASE WHEN DAYS_ENTRY_PAYMENT > DAYS_INSTALMENT "
               "THEN DAYS_ENTRY_PAYMENT - DAYS_INSTALMENT "
               "WHEN DAYS_ENTRY_PAYMENT <= DAYS_INSTALMENT THEN 0 END",
        "DBD": "CASE WHEN DAYS_INSTALMENT > DAYS_ENTRY_PAYMENT "
               "THEN DAYS_INSTALMENT - DAYS_ENTRY_PAYMENT "
               "WHEN DAYS_INSTALMENT <= DAYS_ENTRY_PAYMENT THEN 0 END",
        "PAYMENT_PERC": "CASE WHEN AMT_PAYMENT IS NULL AND AMT_INSTALMENT <> 0 THEN 0 "
                        "ELSE AMT_PAYMENT / nullif(AMT_INSTALMENT, 0) END",
        "PAYMENT_DIFF": "AMT_INSTALMENT - AMT_PAYMENT"},
    "credit_card_balance": {
        column: f"CASE WHEN {column} < 0 THEN NULL ELSE {column} END"
        for column in ("AMT_DRAWINGS_ATM_CURRENT", "AMT_DRAWINGS_CURRENT")},
}

# Columns read from each history table beyond those its aggregates name, and those not in the file.
EXTRA_COLUMNS = {"bureau": ["SK_ID_BUREAU"],
                 "installments_payments": ["DAYS_INSTALMENT"]}
BALANCE_COLUMNS = ["MONTHS_BALANCE_MIN", "MONTHS_BALANCE_MAX", "MONTHS_BALANCE_SIZE"] + [
    f"STATUS_{status}_MEAN" for status in BALANCE_STATUSES]
COMPUTED_COLUMNS = {"bureau": set(BALANCE_COLUMNS), "previous_application": {"APP_CREDIT_PERC"},
                    "installments_payments": {"DPD", "DBD", "PAYMENT_PERC", "PAYMENT_DIFF"}}

# Tables with so many aggregates that sorting the rows by client first, which keeps the aggregate
# states in the processor's cache, is measured to be faster (previous_application: 20 s for 48 s).
WIDE_TABLES = {"previous_application", "credit_card_balance"}

APPLICATION_EXPRESSIONS = {
    "DAYS_EMPLOYED": "nullif(DAYS_EMPLOYED, 365243)",
    "AMT_INCOME_TOTAL": "CASE WHEN AMT_INCOME_TOTAL > 2e7 THEN 2e7 ELSE AMT_INCOME_TOTAL END",
    "DAYS_LAST_PHONE_CHANGE": "nullif(DAYS_LAST_PHONE_CHANGE, 0)",
    "REGION_RATING_CLIENT_W_CITY": "nullif(REGION_RATING_CLIENT_W_CITY, -1)",
}


def quoted(value):
    """A SQL string literal."""
    return "'" + str(value).replace("'", "''") + "'"


def scan(files, columns, where=None):
    """SQL that reads `columns` (name -> SQL type) of the files; empty when there is no file."""
    if not files:
        empty = ", ".join(f"NULL::{kind} AS {name}" for name, kind in columns.items())
        return f"SELECT {empty} WHERE false"
    selected = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in columns.items())
    selects = []
    for file in files:
        if file.suffix in (".csv", ".gz"):
            header = csv_header(file)
            require_columns(file, header, columns)
            types = ", ".join(f"{quoted(name)}: {quoted(columns.get(name, 'VARCHAR'))}"
                              for name in header)
            source = (f"read_csv({quoted(file)}, columns={{{types}}}, auto_detect=false, "
                      "header=true, delim=',', quote='\"', escape='\"', nullstr='')")
        else:
            parts = ", ".join(quoted(part) for part in parquet_parts(file))
            source = f"read_parquet([{parts}])"
            found = {row[0]: row[1] for row in
                     duckdb.sql(f"DESCRIBE SELECT * FROM {source}").fetchall()}
            require_columns(file, found, columns)
            require_texts(file, found, columns)
        selects.append(f"SELECT {selected} FROM {source}" + (f" WHERE {where}" if where else ""))
    return " UNION ALL ".join(selects)


def require_columns(file, present, needed):
    missing = sorted(set(needed) - set(present))
    if missing:
        raise CheckError(f"{file} lacks the columns {', '.join(missing)}",
                         "not a file of the Home Credit layout", "restore the original columns")


def require_texts(file, found, needed):
    """Refuses categories that a converter turned into another type, such as Yes/No into booleans."""
    wrong = [name for name, kind in needed.items()
             if kind == "VARCHAR" and not found[name].startswith(("VARCHAR", "ENUM"))]
    if wrong:
        raise CheckError(f"{file}: {', '.join(wrong)} is not text", "the file was converted with "
                         "guessed column types", "convert it again with categories as text")


def column_types(names, texts):
    return {name: "BIGINT" if name in KEYS else "VARCHAR" if name in texts else "DOUBLE"
            for name in names}


def application_sql(files, raw_numeric):
    """One row per client with the 245 application features."""
    texts = set(APPLICATION_INDICATORS) | set(APPLICATION_BINARIES)
    types = column_types(["SK_ID_CURR", *raw_numeric, *APPLICATION_BINARIES,
                          *APPLICATION_INDICATORS], texts)
    replaced = ", ".join(f"{sql} AS {name}" for name, sql in APPLICATION_EXPRESSIONS.items())
    features = ["SK_ID_CURR", *raw_numeric]
    features += [f"CASE {name} WHEN {quoted(one)} THEN 1 WHEN {quoted(zero)} THEN 0 END AS {name}"
                 for name, (one, zero) in APPLICATION_BINARIES.items()]
    features += [f"coalesce({name} = {quoted(value)}, false)::TINYINT "
                 f"AS {name}_{feature_suffix(value)}"
                 for name, values in APPLICATION_INDICATORS.items() for value in values]
    features += [f"{above} / nullif({below}, 0) AS {name}"
                 for name, (above, below) in APPLICATION_RATIOS.items()]
    return (f"WITH cleaned AS (SELECT * REPLACE ({replaced}) FROM ({scan(files, types)})) "
            f"SELECT {', '.join(features)} FROM cleaned")


def balance_sql(file):
    """One row per bureau credit that has balance rows."""
    types = {"SK_ID_BUREAU": "BIGINT", "MONTHS_BALANCE": "DOUBLE", "STATUS": "VARCHAR"}
    shares = ", ".join(f"count(*) FILTER (WHERE STATUS = {quoted(status)}) / count(*) "
                       f"AS STATUS_{status}_MEAN" for status in BALANCE_STATUSES)
    return (f"SELECT SK_ID_BUREAU, min(MONTHS_BALANCE) AS MONTHS_BALANCE_MIN, "
            f"max(MONTHS_BALANCE) AS MONTHS_BALANCE_MAX, count(*)::DOUBLE AS MONTHS_BALANCE_SIZE, "
            f"{shares} FROM ({scan(file, types)}) WHERE SK_ID_BUREAU IS NOT NULL "
            "GROUP BY SK_ID_BUREAU")


def rows_sql(table, files):
    """The cleaned rows of a history table, with the derived columns its groups aggregate."""
    groups = [group for group in GROUPS if group.table == table]
    texts = {name for group in groups for name in group.shares}
    wanted = {"SK_ID_CURR", *EXTRA_COLUMNS.get(table, ()), *texts,
              *(name for group in groups for name in group.aggregates)}
    if table == "previous_application":
        wanted |= {"AMT_APPLICATION", "AMT_CREDIT"}
    computed = COMPUTED_COLUMNS.get(table, set())
    source = scan(files, column_types(sorted(wanted - computed), texts))
    replaced = {name: sql for name, sql in ROW_EXPRESSIONS[table].items() if name not in computed}
    added = [f"{sql} AS {name}" for name, sql in ROW_EXPRESSIONS[table].items() if name in computed]
    star = "*" + (" REPLACE (" + ", ".join(f"{sql} AS {name}" for name, sql in replaced.items())
                  + ")" if replaced else "")
    rows = f"SELECT {', '.join([star, *added])} FROM ({source}) WHERE SK_ID_CURR IS NOT NULL"
    if table == "bureau":
        return f"SELECT * FROM ({rows}) LEFT JOIN balance USING (SK_ID_BUREAU)"
    return rows


AGGREGATES = {"min": "min({})", "max": "max({})", "mean": "avg({})", "sum": "sum({})",
              "var": "var_samp({})", "nunique": "count(DISTINCT {})", "size": "count(*)"}


def within(group, column):
    """The column on the rows of the group and null on the others (faster than FILTER)."""
    return f"CASE WHEN {group.where} THEN {column} END" if group.where else column


def group_features(group):
    """SQL expressions of one group, as `expression AS feature`."""
    for column, kinds in group.aggregates.items():
        for kind in kinds:
            yield (f"{AGGREGATES[kind].format(within(group, column))} "
                   f"AS {group.prefix}{column}_{kind.upper()}")
    for column, values in group.shares.items():
        for value in values:
            yield (f"count(CASE WHEN {column} = {quoted(value)} THEN 1 END) / count(*) "
                   f"AS {group.prefix}{column}_{feature_suffix(value)}_MEAN")
    if group.count:
        yield f"count(*) AS {group.count}"


def group_scales(group):
    """SQL of the largest input magnitude behind each sum, mean and variance, per client."""
    for column, kinds in group.aggregates.items():
        values = within(group, column)
        largest = f"max(abs({values}))"
        for kind in ("mean", "sum", "var"):
            if kind not in kinds:
                continue
            factor = {"mean": "", "sum": f" * count({values})", "var": f" * {largest}"}[kind]
            yield f"{largest}{factor} AS {group.prefix}{column}_{kind.upper()}"


def write_parquet(connection, clients, names, out):
    """Joins the aggregates of every table to the clients and writes one Parquet file."""
    joins = " ".join(f"LEFT JOIN {table}_features USING (SK_ID_CURR)"
                     for table in HISTORY_TABLES if table != "bureau_balance")
    columns = ", ".join(f"CAST({name} AS DOUBLE) AS {name}" for name in names)
    connection.sql(f"COPY (SELECT SK_ID_CURR, {columns} FROM {clients} {joins}) "
                   f"TO {quoted(out)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 30720)")


def aggregate(connection, table, expressions):
    connection.sql(f"CREATE OR REPLACE TEMP TABLE {table}_features AS "
                   f"SELECT SK_ID_CURR, {', '.join(expressions)} FROM {table}_rows "
                   "GROUP BY SK_ID_CURR")


def check_clients(connection):
    rows, distinct = connection.sql(
        "SELECT count(*), count(DISTINCT SK_ID_CURR) FROM application_features").fetchone()
    if rows != distinct:
        raise CheckError(f"{rows} application rows for {distinct} clients",
                         "SK_ID_CURR is null or repeated", "remove the repeated rows")
    return rows


def compute(options, watch):
    """Runs every stage; with --scales also writes the comparison scales."""
    families = golden_families(options.families)
    names = [name for family in families for name in family["features"]]
    raw_numeric = next(family["features"] for family in families if family["id"] == "APP-RAW")
    files = {table: [file] if (file := table_file(options.data, table)) else []
             for table in HISTORY_TABLES}
    connection = duckdb.connect(config={"threads": options.threads,
                                        "memory_limit": options.memory_limit,
                                        "preserve_insertion_order": False})
    connection.sql("CREATE TEMP TABLE application_features AS "
                   + application_sql(application_files(options.data), raw_numeric))
    clients = check_clients(connection)
    watch.lap("application")
    connection.sql("CREATE TEMP TABLE balance AS " + balance_sql(files["bureau_balance"]))
    watch.lap("bureau_balance")
    tables = [table for table in HISTORY_TABLES if table != "bureau_balance"]
    for table in tables:
        if table in WIDE_TABLES:
            connection.sql(f"CREATE TEMP TABLE {table}_rows AS {rows_sql(table, files[table])} "
                           "ORDER BY SK_ID_CURR")
        else:
            connection.sql(f"CREATE TEMP VIEW {table}_rows AS {rows_sql(table, files[table])}")
        aggregate(connection, table, [expression for group in GROUPS if group.table == table
                                      for expression in group_features(group)])
        watch.lap(table)
    write_parquet(connection, "application_features", names, options.out)
    watch.lap("join and write")
    print(f"{clients:,} clients x {len(names)} features -> {options.out}")
    if options.scales:
        scaled = []
        for table in tables:
            scales = [scale for group in GROUPS if group.table == table
                      for scale in group_scales(group)]
            aggregate(connection, table, scales)
            scaled += [scale.rsplit(" AS ", 1)[1] for scale in scales]
        write_parquet(connection, "application_features", scaled, options.scales)
        watch.lap("comparison scales")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--data", required=True, help="folder of CSV, CSV.GZ or Parquet tables")
    parser.add_argument("--out", required=True, type=Path, help="Parquet file to write")
    parser.add_argument("--families", default=DEFAULT_FAMILIES, help="golden feature_families.json")
    parser.add_argument("--scales", type=Path, help="also write the scales compare_features.py "
                        "uses (by convention <out stem>.scales.parquet); not for benchmarks")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory-limit", default="8GB", help="DuckDB's own limit")
    watch = Stopwatch("features_duckdb")
    compute(parser.parse_args(), watch)
    watch.finish()
    return 0


if __name__ == "__main__":
    run(main)
