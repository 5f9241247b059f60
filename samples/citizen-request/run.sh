#!/usr/bin/env bash
# Drives three real requests through a running system, as people do in a browser without JavaScript:
# one approved, one refused, one sent back and then approved. The last line is the folder with the signed files.
# Usage: run.sh [BASE_URL]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=${YAGONA_DATA:-$root/data}
fail() { printf '%s\n' "$*" >&2; exit 1; }

announced() { sed -n 's/^Yagona runs at \(.*\)$/\1/p' "$data/announcement.txt" 2>/dev/null | head -n 1; }

base=${1:-$(announced)}
base=${base:-http://localhost:8080}
jar=$(find "$root/samples/target" -maxdepth 1 -name 'samples-*.jar' ! -name '*-tests.jar' ! -name '*-sources.jar' 2>/dev/null | head -n 1)
[ -n "$jar" ] || fail "Expected the samples to be built, but found no samples/target/samples-*.jar. Run ./yagona build first."
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(command -v java || true)}
[ -n "$java" ] || fail "Expected a JDK 17 or newer, but found no java."

folder=${YAGONA_SAMPLES_OUT:-$data/samples/citizen-request-$(date +%Y%m%d-%H%M%S)}
exec "$java" -Xmx256m -Dfile.encoding=UTF-8 -cp "$jar:$root/samples/target/lib/*" \
  uz.yagona.samples.citizenrequest.CitizenRequestApplication "$base" "$folder"
