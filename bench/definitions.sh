#!/usr/bin/env bash
# How checking and running grow with the number of definitions: wall-clock medians of whole runs,
# with the start-up (an empty script) taken off.
#
#   bench/definitions.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

generate() { # N: sums, conditions, lists, powers and functions, each on the ones before
  awk -v n="$1" 'BEGIN {
    print "param r = 5 %/year"
    print "fn grown(x, years) = x * exp(-r * years)"
    for (i = 0; i < n; i++) {
      if (i < 5) print "v" i " = " i + 1 " USD"
      else if (i % 5 == 0) print "v" i " = v" i - 5 " + " i " USD"
      else if (i % 5 == 1) print "v" i " = if v" i - 1 " > 3 USD then v" i - 2 " else v" i - 5
      else if (i % 5 == 2) print "v" i " = [v" i - 1 ", v" i - 3 "] |> sum"
      else if (i % 5 == 3) print "v" i " = 0.5 * v" i - 3 " + max(v" i - 1 ", v" int(i / 2) ") / 3"
      else print "v" i " = grown(v" i - 1 ", 1 year)"
    }
    printf "show v" n - 1 "\n"
  }'
}

median() {
  local i start end
  "$@" >/dev/null 2>&1
  for ((i = 0; i < runs; i++)); do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
  done | sort -n | sed -n "$((runs / 2 + 1))p"
}

: >"$work/empty.tide"
base=$(median "$dist/bin/tide" run "$work/empty.tide")
printf '%12s %14s %14s %18s\n' definitions 'wall (ms)' 'less start-up' 'us a definition'
for n in 1250 2500 5000 10000 20000; do
  generate "$n" >"$work/g$n.tide"
  ms=$(median "$dist/bin/tide" run "$work/g$n.tide")
  awk -v n="$n" -v m="$ms" -v b="$base" 'BEGIN {printf "%12d %14d %14d %18.1f\n", n, m, m - b, 1000 * (m - b) / n}'
done
