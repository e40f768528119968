#!/usr/bin/env bash
# How long `tide run examples/hello.tide` takes, and how that splits. Prints the median of several
# runs of each command, wall-clock, and its ratio to the bare JVM of the same session.
#
#   bench/startup.sh [RUNS]          JAVA_HOME chooses the Java
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-21}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/Bare.java" <<'J'
public class Bare { public static void main(String[] a) { System.out.println("hello"); } }
J
"${java%java}javac" -d "$work" "$work/Bare.java"
: >"$work/empty.tide"
TIDE_ARCHIVE=build "$dist/bin/tide" || true

median() { # COMMAND…: milliseconds
  local i start end
  "$@" >/dev/null 2>&1 || true
  for ((i = 0; i < runs; i++)); do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    end=$(date +%s%N)
    echo $(((end - start) / 10000))
  done | sort -n | sed -n "$((runs / 2 + 1))p" | awk '{printf "%.1f", $1 / 100}'
}

row() { # LABEL COMMAND…
  local label=$1 ms
  shift
  ms=$(median "$@")
  [ -n "${bare:-}" ] || bare=$ms
  awk -v l="$label" -v m="$ms" -v b="$bare" 'BEGIN {printf "%-46s %8.1f ms  %5.1f x bare JVM\n", l, m, m / b}'
}

"$java" -version 2>&1 | head -1
row 'bare JVM, class data sharing' "$java" -XX:+UseSerialGC -XX:-UsePerfData -cp "$work" Bare
row 'tide --version (launcher, no script)' "$dist/bin/tide" --version
row 'tide run of an empty script' "$dist/bin/tide" run "$work/empty.tide"
row 'tide run examples/hello.tide' "$dist/bin/tide" run examples/hello.tide
row './tide run examples/hello.tide (checks sources)' ./tide run examples/hello.tide
row 'tide run examples/hello.tide without archive' env TIDE_ARCHIVE=off "$dist/bin/tide" run examples/hello.tide
row 'tide run examples/endogenous-decentralization' "$dist/bin/tide" run examples/endogenous-decentralization.tide
