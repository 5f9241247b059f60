#!/usr/bin/env bash
# Files many appeals at once through the pages of a system on this machine and prints how long people wait.
# Usage: run.sh [BASE_URL] [REQUESTS] [PEOPLE]   (60 requests by 3 people, the most there are)
set -euo pipefail
# shellcheck source=samples/launch.sh
source "$(dirname "${BASH_SOURCE[0]}")/../launch.sh"

launch uz.yagona.samples.load.LoadApplication "$(base_url "${1:-}")" "${2:-60}" "${3:-3}"
