#!/usr/bin/env bash
# What a keystroke costs at the prompt: colouring and completion of an entry of 40 lines that is
# typed character by character, in a conversation of 2,000 lines.
#
#   bench/keystroke.sh [LINES [WARM-UPS]]     JAVA_HOME chooses the Java
set -euo pipefail
cd "$(dirname "$0")/.."
lines=${1:-2000}
warmups=${2:-2}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${java%java}javac" -cp "$dist/lib/*" -d "$work" bench/keystroke/KeystrokeBench.java
"$java" -XX:+UseSerialGC -Xss2m -cp "$dist/lib/*:$work" KeystrokeBench "$lines" "$warmups"
