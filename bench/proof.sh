#!/usr/bin/env bash
# What proof costs: signatures per level and algorithm (end to end and bare), verification, timestamps, OCSP answers,
# certificates, journal entries, vault reads. bench/proof.sh [COUNT], about 7 minutes; JSON lines go to
# bench/target/results/, a table to the screen. Starts its own servers on temporary embedded PostgreSQL.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
count=${1:-200}
results=$root/bench/target/results/proof-$(date +%Y%m%d-%H%M%S).jsonl
paths=$root/bench/target/proof
mkdir -p "$(dirname "$results")" "$paths"

# builds, and writes each module's libraries; the modules' own classes stand in their target directories
(cd "$root" && mvn -q -B -Dquickly -pl portal,signing-worker -am test-compile dependency:build-classpath \
  -Dmdep.outputFile='${project.build.directory}/bench.classpath' -Dmdep.includeScope=test) >&2

own=
for module in signing-worker portal client database forms proof web-assets; do
  for kind in classes test-classes; do own=$own:$root/$module/target/$kind; done
done
# nodelay: without it the stubs of engine and portal hold back the end of each answer for 40 ms
measure() {
  local module=$1; shift
  java -Xmx1g -cp "$root/$module/target/classes:$root/$module/target/test-classes$own:$(cat "$root/$module/target/bench.classpath")" \
    -Dlogging.level.root=warn -Dsun.net.httpserver.nodelay=true "$@" 2>>"$results.log" | grep '^{' | tee -a "$results" | cut -c1-160
}
measure signing-worker uz.yagona.signing.SigningMeasure ECDSA_P256 "$count"
measure signing-worker uz.yagona.signing.SigningMeasure RSA_3072 $((count / 2))
measure portal uz.yagona.portal.journal.ProofMeasure $((count * 20))

python3 - "$results" <<'PYTHON'
import json, sys
columns = [("work", 22), ("algorithm", 10), ("level", 5), ("threads", 7), ("operations", 10), ("per_second", 10), ("p50_ms", 8),
           ("p99_ms", 8), ("cpu_ms", 8), ("cpu_ms_jvm", 10), ("cpu_ms_postgres", 15), ("others_share_of_machine", 23)]
print("\n" + "  ".join(name.ljust(width) for name, width in columns))
for line in open(sys.argv[1]):
    row = json.loads(line)
    print("  ".join(str(row.get(name, "")).ljust(width) for name, width in columns))
PYTHON
