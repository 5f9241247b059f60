#!/usr/bin/env bash
# One workload: bench/run.sh W1 [--clients 8] [--count 20000] ... (options: BenchApplication). One JSON line per result.
#
# Against the product that runs on YAGONA_DATA; where none runs there, one is started on a folder of its own
# (bench/target/data, kept for the next run) and free ports, and stopped afterwards. W1-embedded, W2-embedded and
# W3-embedded start nothing: the engine runs in the benchmark's own process.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -gt 0 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
jar=$root/bench/target/bench-0.1.0-SNAPSHOT.jar
if [ ! -f "$jar" ] || [ -n "$(find "$root/bench/src" "$root/engine/src/main" -newer "$jar" -print -quit)" ]; then
  (cd "$root" && mvn -q -B -Dquickly -DskipTests -pl bench -am package >&2)
fi
bench() { java -Xmx1g ${BENCH_JAVA_OPTS:-} -cp "$jar:$root/bench/target/lib/*" uz.yagona.bench.BenchApplication "$@"; }

case $1 in *-embedded) bench "$@"; exit ;; esac

export YAGONA_DATA=${YAGONA_DATA:-$root/bench/target/data}
mkdir -p "$YAGONA_DATA"
if ! "$root/yagona" status >/dev/null 2>&1; then
  port=$((20000 + RANDOM % 20000))
  "$root/yagona" start --port "$port" --grpc-port $((port + 1)) >&2
  trap '"$root/yagona" stop >&2' EXIT
fi

value() { sed -n "s/^$1=//p" "$YAGONA_DATA/secrets/installation.properties" | sed 's/\\\(.\)/\1/g'; }
rest=$(sed -n 's/.*API: \(http[^ ]*\)\/v2 .*/\1/p' "$YAGONA_DATA/announcement.txt")
grpc=$(sed -n 's/.*port \([0-9]*\) (gRPC).*/\1/p' "$YAGONA_DATA/announcement.txt")
arguments=(--rest "$rest" --grpc "http://localhost:$grpc" --password "$(value yagona.secrets.api-client)"
  --engine-pid "$(cat "$YAGONA_DATA/yagona.pid")")
server=$YAGONA_DATA/postgres/postmaster.pid
if [ -f "$server" ]; then
  arguments+=(--jdbc "jdbc:postgresql://localhost:$(sed -n 4p "$server")/postgres" --postgres-pid "$(sed -n 1p "$server")"
    --db-password "$(value yagona.secrets.database)")
fi
bench "$1" "${arguments[@]}" "${@:2}"
