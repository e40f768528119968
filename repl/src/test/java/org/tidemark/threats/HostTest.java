package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tidemark.api.Tide;
import org.tidemark.spi.value.ValueText;

/** What a run does to the process that it is in, and that process to the run. */
@Isolated("looks at what belongs to the whole process")
class HostTest {
  private static final Tide TIDE = Tide.builder().build();

  @Test
  void aRunLeavesTheHostAsItWas() {
    Properties before = (Properties) System.getProperties().clone();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try {
      TIDE.compile(
              "s", "param r = 1 to 2\nshow sample({ r }, draws: 100)\nplot r\nshow 1 / 0\nx = (")
          .diagnostics();
      TIDE.compile("s", "param r = 1 to 2\nshow sample({ r }, draws: 100)\nplot r\nshow 1 / 0")
          .run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
    assertEquals(before, System.getProperties());
    assertEquals(locale, Locale.getDefault());
    assertEquals(zone, TimeZone.getDefault());
    assertEquals(loader, Thread.currentThread().getContextClassLoader());
    assertEquals(
        List.of(),
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("tide-") && !thread.isDaemon())
            .toList());
  }

  @Test
  void theHostsLocaleChangesNoAnswer() {
    Locale locale = Locale.getDefault();
    String script =
        "show 1234.5 USD\nshow date(\"2024-06-30\")\nshow \"I\" == \"I\"\nshow 5 %/year";
    List<String> here = texts(script);
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    try {
      assertEquals(here, texts(script));
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static List<String> texts(String script) {
    return TIDE.compile("s", script).run().shown().stream()
        .map(shown -> ValueText.of(shown.value()))
        .toList();
  }
}
