#!/usr/bin/env bash
# Coverage-guided fuzzing of one target with Jazzer.
#
#   bench/fuzz.sh TARGET [MINUTES]      lexer, parser, checker, evaluator or csv; 5 minutes
#   bench/fuzz.sh keep TARGET           puts what was learnt into the corpus, minimised
#
# It builds what it needs and takes a copy of it, so that one may go on working. What it comes upon
# is kept in target/fuzz/TARGET: `found` holds the inputs that break something, `new` those that
# reach further, `log` what Jazzer said. An input of `found` is made smaller with
#
#   bench/fuzz.sh shrink TARGET FILE
#
# and belongs into repl/src/test/fuzz/TARGET once it is mended; the tests replay what is there.
# JAVA_HOME chooses the Java. FUZZ_BUILT=yes takes the copy of the run before.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD

task=fuzz
case ${1:-} in
  keep | shrink)
    task=$1
    shift
    ;;
esac
target=${1:-}
case $target in
  lexer) class=LexerFuzz ;;
  parser) class=ParserFuzz ;;
  checker) class=CheckerFuzz ;;
  evaluator) class=EvaluatorFuzz ;;
  csv) class=CsvFuzz ;;
  *)
    sed -n '2,16s/^# \{0,1\}//p' "$0" >&2
    exit 64
    ;;
esac

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$top/target/fuzz/$target
built=$work/built
corpus=$top/repl/src/test/fuzz/$target
mkdir -p "$work/new" "$work/found" "$corpus"

if [ "${FUZZ_BUILT:-}" != yes ]; then
  version=$(sed -n 's:.*<jazzer.version>\(.*\)</jazzer.version>.*:\1:p' pom.xml)
  mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl repl -am package
  rm -rf "$built"
  mkdir -p "$built/lib" "$built/classes/org/tidemark"
  for part in jazzer jazzer-api; do
    mvn -q -B -ntp -N dependency:copy -Dartifact="com.code-intelligence:$part:$version" \
      -DoutputDirectory="$built/lib"
  done
  cp repl/target/tidemark/lib/*.jar "$built/lib/"
  cp -r repl/target/test-classes/org/tidemark/{fuzz,support} "$built/classes/org/tidemark/"
  (cd repl && "$java" -cp "$built/classes:$built/lib/*" org.tidemark.fuzz.Seeds "$built/seeds")
fi

# The heap bounds what an input may hold at one time: 512 MB besides what Jazzer takes for itself.
jazzer=("$java" -Dtide.fuzz.seconds=1 -Xmx640m -XX:+UseSerialGC -cp "$built/classes:$built/lib/*"
  com.code_intelligence.jazzer.Jazzer
  "--target_class=org.tidemark.fuzz.$class"
  '--instrumentation_includes=org.tidemark.**'
  '--custom_hook_includes=org.tidemark.**'
  '--instrumentation_excludes=org.tidemark.fuzz.**'
  "--reproducer_path=$work/found")

case $task in
  fuzz)
    minutes=${2:-5}
    cd "$work"
    status=0
    "${jazzer[@]}" --keep_going=100 \
      -max_total_time=$((minutes * 60)) -max_len=3000 -report_slow_units=60 -timeout=120 -rss_limit_mb=3000 -print_final_stats=1 \
      "-dict=$built/seeds/dictionary" "-artifact_prefix=$work/found/" \
      "$work/new" "$corpus" "$built/seeds/$target" >"$work/log" 2>&1 || status=$?
    rm -f "$work"/found/Crash_*.java
    echo "$target: $minutes minutes, $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log" | tail -1) inputs," \
      "$(sed -n 's/.* cov: \([0-9]*\) ft: \([0-9]*\) .*/\1 branches, \2 features/p' "$work/log" | tail -1)," \
      "findings: $(find "$work/found" -type f -name "[cto]*" | wc -l)"
    grep -h -A3 '^== Java Exception' "$work/log" || true
    exit "$status"
    ;;
  keep)
    # What the runs came upon, in as few and as small inputs as reach the same; at most FUZZ_KEEP
    # of them, since each is replayed by every build.
    merged=$(mktemp -d)
    trap 'rm -rf "$merged"' EXIT
    (cd "$merged" && mkdir inputs &&
      "${jazzer[@]}" -merge=1 -max_len=1000 inputs "$corpus" "$work/new" >"$work/log.merge" 2>&1)
    # those that are left are spread over all sizes
    find "$merged/inputs" -type f -printf '%s %f\n' | sort -n | awk '{ print $2 }' >"$merged/names"
    count=$(wc -l <"$merged/names")
    most=${FUZZ_KEEP:-400}
    step=$(((count + most - 1) / most))
    awk -v step="$step" 'NR % step == 0' "$merged/names" | while read -r name; do
      cp "$merged/inputs/$name" "$corpus/$name"
    done
    echo "$target: $count inputs reach what all do, $(find "$corpus" -type f | wc -l) are in the corpus"
    ;;
  shrink)
    file=$(realpath "${2:?which input?}")
    cd "$work"
    "${jazzer[@]}" -minimize_crash=1 -max_total_time=60 "-exact_artifact_path=$file.small" "$file" >"$work/log.shrink" 2>&1 || true
    ls -l "$file" "$file.small"
    ;;
esac
