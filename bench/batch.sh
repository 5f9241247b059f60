#!/usr/bin/env bash
# bench/batch.sh [COUNT]: batches of COUNT documents (1000), cut in the middle, each signed once; documents a second after the cut.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
trap 'rm -f "$report"' EXIT
mvn -q -B -Dquickly -pl signing-worker -am verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=BatchOfManyIT -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dyagona.batch.documents="${1:-1000}" -Dyagona.batch.report="$report" >&2
cat "$report"
