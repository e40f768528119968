#!/bin/sh
# How long a virtual machine takes from nothing to the first result of Context.create("tide"),
# beside one that only makes an empty context; alternating, the median of N runs each (default 15).
# Prints milliseconds, wall time of the whole process, without and with an archive of classes.
# Needs the packaged build.
set -eu
cd "$(dirname "$0")/.."
N=${1:-15}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp=plugins/polyglot/target/$(cd plugins/polyglot/target && ls tidemark-polyglot-*.jar | head -1)
for jar in grammar/target/tidemark-grammar-*.jar interpreter/target/tidemark-interpreter-*.jar \
  stdlib/target/tidemark-stdlib-*.jar; do
  [ -f "$jar" ] && cp=$cp:$jar
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
once() { # flags, what
  s=$(date +%s%N)
  # shellcheck disable=SC2086
  "$JAVA" $1 $flags -cp "$cp:$work/first.jar" First "$2" >/dev/null 2>&1
  e=$(date +%s%N)
  echo $(((e - s) / 1000000))
}
median() { sort -n "$1" | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
round() { # title, flags
  : > "$work/empty"; : > "$work/tide"
  i=0
  while [ $i -lt "$N" ]; do
    once "$2" empty >> "$work/empty"
    once "$2" tide >> "$work/tide"
    i=$((i + 1))
  done
  a=$(median "$work/empty"); b=$(median "$work/tide")
  echo "$1: empty $a ms, tide $b ms, difference $((b - a)) ms"
}
round "plain" ""
"$JAVA" -XX:ArchiveClassesAtExit="$work/tide.jsa" $flags -cp "$cp:$work/first.jar" First tide >/dev/null 2>&1
round "with an archive of classes" "-XX:SharedArchiveFile=$work/tide.jsa"
