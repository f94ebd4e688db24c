"""Writes a small, hostile data set in Kaggle layout: the rows of the first clients of a real or
generated folder, with cells replaced at random by blanks, zeros, negatives, sentinels, huge values
and unseen categories, clients without history, histories without application and tables emptied
of one kind of value. Both oracles and the Java engine must agree on it."""

import csv
import gzip
import random
from pathlib import Path

from common import APPLICATION_TABLES, HISTORY_TABLES, argument_parser, run, table_file

KEYS = ("SK_ID_CURR", "SK_ID_BUREAU", "SK_ID_PREV", "TARGET")
WHOLE = ("", "", "", "0", "0", "-1", "1", "365243", "-45000", "-40000", "30000000")
DECIMAL = ("", "", "", "0.0", "0.0", "-0.9", "1e-9", "365243.0", "-45000.0", "25000000.0",
           "123456.789")
TEXT = ("", "", "XNA", "not/seen before", "unseen", "Active", "Approved", "Refused", "C", "0")


def read_rows(file):
    """Header and rows of a CSV file, as text."""
    opened = gzip.open(file, "rt", newline="") if file.suffix == ".gz" else open(file, newline="")
    with opened as lines:
        rows = csv.reader(lines)
        return next(rows), list(rows)


def column_pools(header, rows):
    """Per column the values to replace a cell by, or None for keys."""
    pools = []
    for index, name in enumerate(header):
        values = {row[index] for row in rows} - {""}
        if name in KEYS:
            pools.append(None)
        elif not all(is_number(value) for value in values):
            pools.append(TEXT + tuple(sorted(values)))
        else:
            pools.append(DECIMAL if any("." in value for value in values) else WHOLE)
    return pools


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def mutate(header, rows, rate, chance):
    """Replaces cells at random; in one row of twenty, every second cell."""
    pools = column_pools(header, rows)
    for row in rows:
        row_rate = 0.5 if chance.random() < 0.05 else rate
        for index, pool in enumerate(pools):
            if pool and chance.random() < row_rate:
                row[index] = chance.choice(pool)


def write_rows(path, header, rows):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path}: {len(rows):,} rows")


def main():
    parser = argument_parser(__doc__)
    parser.add_argument("--like", required=True, help="CSV folder to take headers and rows from")
    parser.add_argument("--out", required=True, type=Path, help="folder to write (never commit it)")
    parser.add_argument("--clients", type=int, default=500, help="clients per application table")
    parser.add_argument("--rate", type=float, default=0.12, help="share of cells replaced")
    parser.add_argument("--seed", type=int, default=20240607)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    clients, credits = set(), set()
    for table in APPLICATION_TABLES + HISTORY_TABLES:
        header, rows = read_rows(table_file(options.like, table))
        if table in APPLICATION_TABLES:
            rows = rows[:options.clients]
            clients |= {row[header.index("SK_ID_CURR")] for row in rows}
        elif table == "bureau_balance":
            kept = header.index("SK_ID_BUREAU")
            rows = [row for row in rows if row[kept] in credits or chance.random() < 0.001]
        else:
            owner = header.index("SK_ID_CURR")
            # a few histories of clients without application stay in
            rows = [row for row in rows if row[owner] in clients or chance.random() < 0.005]
            if table == "bureau":
                credits = {row[header.index("SK_ID_BUREAU")] for row in rows}
        mutate(header, rows, options.rate, chance)
        write_rows(options.out / f"{table}.csv", header, rows)
    return 0


if __name__ == "__main__":
    run(main)
