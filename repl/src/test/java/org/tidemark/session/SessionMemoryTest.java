package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Tide;

/** What a long conversation has left behind is let go of. */
class SessionMemoryTest {
  private static final int ENTRIES = 600;

  @Test
  void runsOfLongAgoAreForgotten() throws Exception {
    Session session = new Session(Tide.builder().build(), Path.of(""));
    session.evaluate("a = 1\nb = a * 2\nxs = sample(normal(a, 1), draws: 20)");
    for (int i = 0; i < ENTRIES; i++) {
      // each leaves a function or an object behind that others rest on, and hides an earlier one
      String entry =
          switch (i % 6) {
            case 0 -> "model M { x = " + i + "; y = x * a; fn q(z) = z * x * b }";
            case 1 -> "x => x * " + i + " + M.y";
            case 2 -> "firm g { cost = " + i + " * M.x * (1 USD/GB) }";
            case 3 -> "{ g: g, m: M with { x = " + i + " } }";
            case 4 -> "N = M with { x = b + " + i + " }";
            default -> "fn f(x) = x * N.q(" + i + ")";
          };
      assertTrue(session.evaluate(entry).accepted(), entry);
    }
    int left = living("org.tidemark.model.Evaluation");
    assertTrue(left < 80, left + " evaluations are left of " + ENTRIES);
    assertTrue(session.evaluate("f(2) + M.y").accepted());
  }

  private static int living(String name) throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(cells -> cells.length > 3 && cells[3].equals(name))
        .mapToInt(cells -> Integer.parseInt(cells[1]))
        .findFirst()
        .orElse(0);
  }
}
