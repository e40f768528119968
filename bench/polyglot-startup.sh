#!/bin/bash
# How long a virtual machine takes from nothing to the first result of Context.create("tide"),
# beside one that only makes an empty context; alternating, the median of N runs each (default 15).
# Prints milliseconds of the whole process, by the clock and of the processors, without and with an
# archive of classes for each of the two. Needs the packaged build, and says how busy the machine is.
set -eu
TIMEFORMAT='%R %U %S'
cd "$(dirname "$0")/.."
N=${1:-15}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp=
for jar in plugins/polyglot/target/plugins/polyglot/tidemark-polyglot-*.jar \
  grammar/target/tidemark-grammar-*.jar interpreter/target/tidemark-interpreter-*.jar \
  stdlib/target/tidemark-stdlib-*.jar; do
  case $jar in *-sources.jar | *-javadoc.jar | *-tests.jar) continue ;; esac
  [ -f "$jar" ] || { echo "$jar is missing: run mvn package first" >&2; exit 1; }
  cp=${cp:+$cp:}$PWD/$jar
done
repository=${M2_REPO:-$HOME/.m2/repository}
find_jar() { find "$repository/$1" -name "$2" | grep -v sources | sort | tail -1; }
for pair in \
  org/antlr/antlr4-runtime:antlr4-runtime-4.13.2.jar org/ow2/asm/asm:asm-9.8.jar \
  org/apache/commons/commons-csv:commons-csv-*.jar org/apache/commons/commons-math3:commons-math3-3.6.1.jar \
  org/apache/commons/commons-statistics-distribution:*.jar org/apache/commons/commons-numbers-gamma:*.jar \
  org/apache/commons/commons-numbers-core:*.jar org/apache/commons/commons-numbers-fraction:*.jar \
  org/apache/commons/commons-rng-client-api:*.jar org/apache/commons/commons-rng-sampling:*.jar \
  org/graalvm/polyglot/polyglot:polyglot-25.0.3.jar org/graalvm/truffle/truffle-api:truffle-api-25.0.3.jar \
  org/graalvm/sdk/collections:*25.0.3.jar org/graalvm/sdk/nativeimage:*25.0.3.jar org/graalvm/sdk/word:*25.0.3.jar \
  org/graalvm/sdk/jniutils:*25.0.3.jar; do
  jar=$(find_jar "${pair%%:*}" "${pair##*:}")
  [ -n "$jar" ] && cp=$cp:$jar
done
cat > "$work/First.java" <<'E'
import org.graalvm.polyglot.Context;

public class First {
  public static void main(String[] what) {
    boolean empty = what[0].equals("empty");
    try (Context context = empty ? Context.create() : Context.create("tide")) {
      if (!empty) {
        System.out.println(
            context.eval("tide", "param r = 5 %/year\nx = 2 * r").getMember("x"));
      }
    }
  }
}
E
javac -cp "$cp" -d "$work" "$work/First.java"
# an archive wants jars only
jar cf "$work/first.jar" -C "$work" First.class
flags="-Dpolyglot.engine.WarnInterpreterOnly=false"
once() { # flags, what; appends to the files WHAT.clock and WHAT.processor
  # shellcheck disable=SC2086
  { time "$JAVA" $1 $flags -cp "$cp:$work/first.jar" First "$2" > "$work/said" 2>&1; } 2> "$work/time"
  read -r clock user system < "$work/time"
  if [ "$2" = tide ] && ! grep -q '^10 %/year$' "$work/said"; then
    cat "$work/said" >&2
    exit 1
  fi
  echo "$clock" >> "$work/$2.clock"
  awk "BEGIN {print $user + $system}" >> "$work/$2.processor"
}
median() { sort -n "$1" | awk '{a[NR]=$1} END {printf "%d", 1000 * a[int((NR+1)/2)]}'; }
round() { # title, flags of the empty one, flags of the one with a script
  rm -f "$work"/*.clock "$work"/*.processor
  for ((i = 0; i < N; i++)); do
    once "$2" empty
    once "$3" tide
  done
  for by in clock processor; do
    a=$(median "$work/empty.$by"); b=$(median "$work/tide.$by")
    echo "$1, by the $by: empty $a ms, tide $b ms, difference $((b - a)) ms"
  done
}
archive() { # what
  "$JAVA" -XX:ArchiveClassesAtExit="$work/$1.jsa" $flags -cp "$cp:$work/first.jar" First "$1" \
    > /dev/null 2>&1
}
echo "load: $(cut -d' ' -f1-3 /proc/loadavg 2> /dev/null || uptime), $(nproc) processors"
round "plain" "" ""
archive empty
archive tide
round "with an archive" "-XX:SharedArchiveFile=$work/empty.jsa" "-XX:SharedArchiveFile=$work/tide.jsa"
