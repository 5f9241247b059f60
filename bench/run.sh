#!/usr/bin/env bash
# One workload against a running system: bench/run.sh W1 [--clients 8] [--count 20000] ... (see BenchApplication).
# Address, credentials and database of the embedded product are found in its data folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=${YAGONA_DATA:-$root/data}
jar=$root/bench/target/bench-0.1.0-SNAPSHOT.jar
[ -f "$jar" ] || (cd "$root" && mvn -q -B -Dquickly -DskipTests -pl bench package)
arguments=()
secrets=$data/secrets/installation.properties
value() { sed -n "s/^$1=//p" "$secrets" | sed 's/\\\(.\)/\1/g'; }
if [ -f "$secrets" ]; then
  arguments+=(--password "$(value yagona.secrets.api-client)")
  if [ -f "$data/postgres/postmaster.pid" ]; then
    port=$(sed -n 4p "$data/postgres/postmaster.pid")
    arguments+=(--jdbc "jdbc:postgresql://localhost:$port/postgres" --db-password "$(value yagona.secrets.database)")
  fi
fi
exec java -Xmx1g -cp "$jar:$root/bench/target/lib/*" uz.yagona.bench.BenchApplication "$1" "${arguments[@]}" "${@:2}"
