#!/usr/bin/env bash
# How long the prompt takes from the start of its process until it can be typed at, and until the
# first entry is answered, on a pseudo-terminal of 80 columns. Prints the median of several starts.
#
#   bench/prompt.sh [STARTS]         JAVA_HOME chooses the Java
set -euo pipefail
cd "$(dirname "$0")/.."
starts=${1:-9}
dist=repl/target/tidemark
[ -x "$dist/bin/tide" ] || ./tide --version >/dev/null
TIDE_ARCHIVE=build "$dist/bin/tide" || true
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -1
for archive in with without; do
  [ "$archive" = with ] || export TIDE_ARCHIVE=off
  python3 - "$dist/bin/tide" "$starts" "$archive archive" <<'P'
import fcntl, os, pty, resource, select, struct, sys, tempfile, termios, time

program, starts, label = sys.argv[1], int(sys.argv[2]), sys.argv[3]
environment = dict(os.environ, TERM="xterm-256color", TIDE_HISTORY=tempfile.mktemp())


def once():
    began = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(program, [program], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""

    def wait(text):
        nonlocal shown
        while text not in shown:
            if not select.select([terminal], [], [], 60)[0]:
                sys.exit("the prompt does not answer: %r" % shown)
            shown += os.read(terminal, 65536)
        return time.monotonic() - began

    prompt = wait(b"tide> ")
    os.write(terminal, b"1 + 1\r")
    answer = wait(b"= 2")
    os.write(terminal, b"\x04")
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass
    os.waitpid(pid, 0)
    os.close(terminal)
    return prompt, answer


def median(values):
    return sorted(values)[len(values) // 2]


once()
before = resource.getrusage(resource.RUSAGE_CHILDREN)
times = [once() for _ in range(starts)]
after = resource.getrusage(resource.RUSAGE_CHILDREN)
used = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / starts
print(
    "%-16s first prompt %5.0f ms, first answer %5.0f ms, processor time %5.0f ms"
    % (label, 1e3 * median([p for p, _ in times]), 1e3 * median([a for _, a in times]), 1e3 * used)
)
P
done
