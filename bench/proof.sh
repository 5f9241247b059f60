#!/usr/bin/env bash
# Journal entries, chained entries, vault reads and checked entries per second: bench/proof.sh [THREADS] [COUNT]; one JSON line.
# Starts a portal of its own on a temporary embedded PostgreSQL.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec mvn -o -q -B -Dquickly -pl portal test-compile exec:java -Dexec.classpathScope=test \
  -Dexec.mainClass=uz.yagona.portal.journal.ProofMeasure -Dexec.args="${1:-4} ${2:-5000}"
