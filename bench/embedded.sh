#!/usr/bin/env bash
# One parameter changed and one number read from a Java program, against the same in Java and the
# solver alone, on one thread and on sixteen (JMH).
#
#   bench/embedded.sh [JMH options]       JAVA_HOME chooses the Java
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
mvn -q -f bench/embedded/pom.xml package
jars=$(printf '%s:' bench/embedded/target/lib/*.jar "$dist"/lib/*.jar)
for threads in 1 16; do
  "$java" -cp "bench/embedded/target/classes:$jars" org.openjdk.jmh.Main -t "$threads" -prof gc "$@"
done
