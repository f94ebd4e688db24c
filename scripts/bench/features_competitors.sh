#!/bin/sh
# Runs the two Python competitors of the feature engine, DuckDB and pandas, on one data folder, and
# prints wall time, processor time and peak memory of each.
#
# usage: [PYTHON=<venv>/bin/python] [FAMILIES=<feature_families.json>] [THREADS=2] \
#        scripts/bench/features_competitors.sh <folder of Parquet or CSV tables> [output folder]
set -eu

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
repo=$(cd "$(dirname "$0")/../.." && pwd)
data=$1
python=${PYTHON:-python3}
families=${FAMILIES:-$repo/features/src/test/resources/feature_families.json}
threads=${THREADS:-2}
if [ $# -eq 2 ]; then
    out=$2
    mkdir -p "$out"
else
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
fi

echo "processors used: $threads; load of the machine at the start: $(cut -d' ' -f1-3 /proc/loadavg)"
"$python" "$repo/scripts/checks/features_duckdb.py" --data "$data" --families "$families" \
    --threads "$threads" --out "$out/duckdb.parquet"
# pandas computes on one thread; Arrow reads Parquet on several
OMP_NUM_THREADS=$threads "$python" "$repo/scripts/checks/features_pandas.py" --data "$data" \
    --families "$families" --out "$out/pandas.parquet"
