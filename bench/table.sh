#!/usr/bin/env bash
# The lines of one or more result files as a table: bench/table.sh bench/target/results/*.jsonl
set -euo pipefail
python3 - "$@" <<'PYTHON'
import json, sys
columns = [("work", 12), ("protocol", 8), ("clients", 7), ("operations", 10), ("per_second", 10), ("p50_ms", 8),
           ("p99_ms", 8), ("conflicts", 9), ("cpu_ms_client", 13), ("cpu_ms_engine", 13), ("cpu_ms_jvm", 10),
           ("cpu_ms_postgres", 15), ("wal_bytes", 9), ("packed_bytes", 12), ("commits", 7), ("engine_rss_mb", 13),
           ("others_share_of_machine", 23), ("load_before", 11)]
print("  ".join(name.ljust(width) for name, width in columns))
for path in sys.argv[1:]:
    for line in open(path):
        if line.startswith("{"):
            row = json.loads(line)
            print("  ".join(str(row.get(name, "")).ljust(width) for name, width in columns))
PYTHON
