#!/usr/bin/env bash
# What functions of a script cost in a solver: evaluated, compiled, and written in Java by hand.
# Ratios are from one run.
#
#   bench/kernel.sh          JAVA_HOME chooses the Java
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jars=$(printf '%s:' "$dist"/lib/*.jar)
"${java%java}javac" -cp "$jars" -d "$work" bench/kernel/KernelBench.java
mkdir -p "$work/META-INF/services"
echo KernelBench >"$work/META-INF/services/org.tidemark.spi.TidePlugin"
"$java" -version 2>&1 | head -1
"$java" -XX:+UseParallelGC -cp "$work:$jars" KernelBench "$work"
