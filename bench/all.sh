#!/usr/bin/env bash
# Every workload, one after the other, in about 15 minutes; the JSON lines go to bench/target/results/, a table to the
# screen. OPEN_TASKS=1000000 and WAITING=1000000 measure the large lists too (some minutes more).
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
results=$root/bench/target/results/$(date +%Y%m%d-%H%M%S).jsonl
mkdir -p "$(dirname "$results")"
export YAGONA_DATA=$root/bench/target/data
# the bench classes are built first, so that nothing is compiled between two workloads
(cd "$root" && mvn -q -B -Dquickly -DskipTests -pl bench -am package) || exit 1

run() { "$root/bench/run.sh" "$@" 2>>"$results.log" | tee -a "$results" | cut -c1-200; }
# a fresh database for each group: what one leaves behind does not burden the next
fresh() {
  "$root/yagona" stop >>"$results.log" 2>&1
  rm -rf "$YAGONA_DATA"
  mkdir -p "$YAGONA_DATA"
  port=$((20000 + RANDOM % 20000))
  "$root/yagona" start --port "$port" --grpc-port $((port + 1)) >>"$results.log" 2>&1 || { tail -5 "$results.log"; exit 1; }
}
trap '"$root/yagona" stop >>"$results.log" 2>&1' EXIT

fresh
run W1 --warm-up 60000 --count 60000
run W1 --warm-up 20000 --count 60000
run W1 --warm-up 5000 --count 20000 --pack yes
run W1 --clients 1 --window 1 --warm-up 2000 --count 5000
run W1 --protocol rest --warm-up 20000 --count 20000
run W1 --protocol rest --clients 1 --window 1 --warm-up 2000 --count 3000
run W2 --warm-up 4000 --count 6000
run W3 --warm-up 6000 --count 8000
run W5 --warm-up 20000 --count 30000
fresh
run W4 --open "${OPEN_TASKS:-100000}" --warm-up 10000 --count 6000
fresh
run W6 --warm-up 20000 --count 50000
if [ -n "${WAITING:-}" ]; then
  run W7 --count "$WAITING"
fi
# what has ended is removed at the pace at which it ends
YAGONA_JAVA_OPTS="-Dyagona.embedded-engine.history-retention=2s -Dyagona.embedded-engine.cleanup-interval=1s" fresh
run W1 --label W1-while-cleaning --warm-up 60000 --count 60000
"$root/yagona" stop >>"$results.log" 2>&1
run W1-embedded --warm-up 60000 --count 60000
run W2-embedded --warm-up 4000 --count 8000
run W3-embedded --warm-up 8000 --count 12000

"$root/bench/table.sh" "$results"
