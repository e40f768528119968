#!/usr/bin/env bash
# One equilibrium of five unequal firms: the solver, the same method by hand in Java, the same method
# in NumPy, and SciPy's DOP853. Prints the time to the crossing that each finds, the median of
# the processor time of one solution, and ratios; everything from this one run.
#
#   bench/asymmetric.sh [ROUNDS]     JAVA_HOME chooses the Java; needs python3 with numpy and scipy
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-41}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -d interpreter/target/classes/org/tidemark/solve/game ] || ./tide --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${java%java}javac" -cp interpreter/target/classes -d "$work" bench/Asymmetric.java
{
  "$java" -XX:+UseSerialGC -cp "interpreter/target/classes:$work" Asymmetric "$rounds"
  python3 bench/asymmetric.py "$rounds"
} | awk '{ name[NR] = $1; time[NR] = $2; ns[$1] = $3 }
  END {
    for (i = 1; i <= NR; i++) printf "%-8s T* = %-20s %12.1f us\n", name[i], time[i], ns[name[i]] / 1000
    printf "solver / by hand        %8.2f\n", ns["solver"] / ns["hand"]
    printf "same method in NumPy / solver %8.0f\n", ns["taylor"] / ns["solver"]
    printf "SciPy DOP853 / solver   %8.0f\n", ns["dop853"] / ns["solver"]
  }'
