#!/usr/bin/env bash
# Work and precision of the integrators on the five problems of the IVP test set, against Commons
# Math and SciPy on the same right-hand sides, all from one run.
#
#   bench/work-precision.sh [SECONDS]    gives up on a single integration after SECONDS (20)
#
# Errors are the largest relative error of any component at the end. Times are medians of the
# processor time of one thread. SciPy's own right-hand sides are Python functions (NumPy for Pleiades), as a user would
# write them, so its times hold the interpreter's; the evaluations do not.
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${1:-20}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
reference=../shared/data/ivp/reference_solutions.csv
[ -r "$reference" ] || { echo "no $reference to compare with" >&2; exit 1; }
[ -d interpreter/target/classes ] || mvn -o -q -pl grammar,interpreter compile
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
commons=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'commons-math3-3.6.1.jar' | head -1)
classes=interpreter/target/classes:$commons
"${java%java}javac" -d "$work" -cp "$classes" \
  interpreter/src/test/java/org/tidemark/solve/ode/TestSetProblem.java bench/ode/WorkPrecision.java
"$java" -XX:+UseSerialGC -cp "$work:$classes" org.tidemark.solve.ode.WorkPrecision "$reference" "$limit" >"$work/rows"
python3 bench/ode/scipy_rows.py "$reference" "$limit" >>"$work/rows"
python3 bench/ode/tables.py <"$work/rows"
