#!/usr/bin/env bash
# kill -9 of product and database at random moments under mixed load: bench/crash.sh [ROUNDS] [SEED]
# Runs the app's own crash test (CrashIT, 2 rounds in the tests) for ROUNDS rounds, 200 unless told: jobs, messages,
# timers, user tasks, multi-instance and signals; after each kill the invariants of CrashInvariants are checked over the
# tables, and what was acknowledged is looked for over the API. One line per round, one JSON line at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-200}
seed=${2:-$RANDOM}
echo "crash test: $rounds rounds, seed $seed"
exec mvn -q -B -Dquickly -pl app -am verify -Dtest=NoneOfThem -Dit.test=CrashIT -Dcrash.rounds="$rounds" \
  -Dcrash.seed="$seed" -Dyagona.test.jar="$PWD/app/target/app.jar" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
