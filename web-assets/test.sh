#!/bin/sh
# Runs the script tests with Node's own runner.
set -eu
cd "$(dirname "$0")"
exec "${YAGONA_NODE:-node}" --test
