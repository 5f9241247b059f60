# Sourced by each sample's run.sh: where the system is, and how a sample's program is started.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=${YAGONA_DATA:-$root/data}

fail() { printf '%s\n' "$*" >&2; exit 1; }

# The address given, else the announced one, else the usual one.
base_url() {
  local announced
  announced=$(sed -n 's/^Yagona runs at \(.*\)$/\1/p' "$data/announcement.txt" 2>/dev/null | head -n 1)
  printf '%s' "${1:-${announced:-http://localhost:8080}}"
}

# launch MAIN_CLASS ARGUMENT...
launch() {
  local jar java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  jar=$(find "$root/samples/target" -maxdepth 1 -name 'samples-*.jar' 2>/dev/null | head -n 1)
  [ -n "$jar" ] || fail "Expected the samples to be built, but found no samples/target/samples-*.jar. Run ./yagona build first."
  java=${java:-$(command -v java || true)}
  [ -n "$java" ] || fail "Expected a JDK 17 or newer, but found no java."
  exec "$java" -Xmx256m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp "$jar:$root/samples/target/lib/*" "$@"
}
