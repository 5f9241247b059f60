#!/bin/sh
# Fetches the npm packages when the lock file changed and bundles the assets. Called by Maven.
# YAGONA_NODE may name another node executable; npm is then taken from beside it.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "web-assets: $1" >&2
  echo "web-assets: install Node 20 or newer, or set YAGONA_NODE to its executable," >&2
  echo "web-assets: or build with -Pno-designer (pages then have no style, viewer or designer)." >&2
  exit 1
}

node=${YAGONA_NODE:-node}
case $node in */*) PATH=$(dirname "$node"):$PATH; export PATH ;; esac
command -v "$node" >/dev/null 2>&1 || fail "Node is missing: '$node' was not found."
major=$("$node" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || fail "'$node' does not run."
[ "$major" -ge 20 ] || fail "Expected Node 20 or newer, but '$node' is version $major."

mkdir -p target
if command -v flock >/dev/null 2>&1; then
  exec 9>target/.lock
  flock 9
fi

wanted=$("$node" -p 'require("crypto").createHash("sha256").update(require("fs").readFileSync("package-lock.json")).digest("hex")')
stamp=node_modules/.lock-sha256
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  command -v npm >/dev/null 2>&1 || fail "npm is missing beside Node."
  npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
  printf %s "$wanted" >"$stamp"
fi
exec "$node" build.mjs
