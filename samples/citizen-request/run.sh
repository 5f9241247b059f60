#!/usr/bin/env bash
# Drives three real requests through a running system, as people do in a browser without JavaScript:
# one approved, one refused, one sent back and then approved. The last line is the folder with the signed files.
# Usage: run.sh [BASE_URL]
set -euo pipefail
# shellcheck source=samples/launch.sh
source "$(dirname "${BASH_SOURCE[0]}")/../launch.sh"

launch uz.yagona.samples.citizenrequest.CitizenRequestApplication "$(base_url "${1:-}")" \
  "${YAGONA_SAMPLES_OUT:-$data/samples/citizen-request-$(date +%Y%m%d-%H%M%S)}"
