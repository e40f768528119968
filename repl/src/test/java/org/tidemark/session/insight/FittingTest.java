package org.tidemark.session.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.api.Tide;
import org.tidemark.session.Answer;
import org.tidemark.session.Completion;
import org.tidemark.session.Part;
import org.tidemark.session.Session;
import org.tidemark.session.Signature;

/** The call around the cursor, and what fits where a {@code ?} stands. */
class FittingTest {
  private static final String CONVERSATION =
      """
      param r: 1/year = 5 %/year
      price_now = 12 USD/GB
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)
      /// What it is worth now.
      fn present(amount: USD, after: year, rate = 5 %/year) -> USD = amount * exp(-rate * after)
      rec = {T: 3 year, shares: [20 %, 80 %]}
      """;

  private static final Insight INSIGHT =
      new InsightCache(Tide.builder().build(), Path.of(""), CommandNames.NONE).of(CONVERSATION);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "show present(|; 0; amount: money (USD)",
        "show present(1 USD, |; 1; after: time (year)",
        "show present(1 USD, rate: |; 2; What it is worth now.",
        "show present(sqrt(4 * |, 3 year); 0; x: a quantity",
        "show present(sqrt(4) |, 3 year); 0; amount: money (USD)",
        "show [1, 2] |> quantile(|; 1; p: the part, from 0 to 1",
        "show hbm(|; 0; information (EB)",
        "show hbm.inverse(|; 0; money / information (USD/GB)"
      })
  void callsAreTold(String text, int current, String description) {
    int cursor = text.lastIndexOf('|');
    String typed = text.substring(0, cursor) + text.substring(cursor + 1);
    Signature signature = INSIGHT.signature(typed, cursor).orElseThrow();
    assertEquals(current, signature.current(), signature::toString);
    assertEquals(description, signature.description());
  }

  @Test
  void parametersAreShownWithTheirDefaults() {
    assertEquals(
        List.of("amount: USD", "after: year", "rate = 5 %/year"),
        INSIGHT.signature("present(", 8).orElseThrow().parameters());
    assertTrue(INSIGHT.signature("present(1)", 10).isEmpty());
    assertTrue(INSIGHT.signature("(1 + 2", 6).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "firm f { cost = ? }; a cost per unit, such as 2 USD/GB or a curve; price_now (USD/GB)",
        "s: 1/year = ?; 1 / time (1/year), such as 2 %/year; in scope: r (1/year)",
        "show present(?, 3 year); money (USD), such as 2 USD; ''",
        "x = price_now + ?; such as 2 USD/GB; in scope: price_now (USD/GB)",
        "show price_now as ?; a unit of money / information; USD/GB",
        "x: USD/GB = 3 ?; a unit: USD/GB; ''",
        "show rec.?; one of T (year), shares; ''",
        "x = ?; a value of any sort; ''",
        "y = if ? then 1 else ?; a truth value; ''",
        "process p { ? }; horizon = ; required",
        "show ?(; ?; ''"
      })
  void holesSayWhatFits(String entry, String words, String also) {
    String answer = INSIGHT.fits(entry).orElseThrow();
    assertTrue(answer.contains(words) || words.equals("?"), answer);
    assertTrue(answer.contains(also), answer);
  }

  @Test
  void commentsAndTextsHaveNoHoles() {
    assertTrue(INSIGHT.fits("// ?").isEmpty());
    assertTrue(INSIGHT.fits("show \"?\"").isEmpty());
    assertFalse(Insight.hasHole("show \"?\""));
    assertTrue(Insight.hasHole("show \"{?}\""));
  }

  @Test
  void anEntryWithAHoleIsAnsweredAndNotKept() {
    Session session = new Session(Tide.builder().build(), Path.of(""));
    assertTrue(session.evaluate("a = 3 USD").accepted());
    Answer answer = session.evaluate("b = a + ?");
    assertFalse(answer.accepted());
    assertEquals(
        List.of(new Part.Text("money (USD), such as 2 USD; in scope: a (USD)")), answer.parts());
    assertEquals(List.of("a"), session.definitions());
  }

  @Test
  void unitsAndModulesOfTheEntryCount() {
    Session session = new Session(Tide.builder().build(), Path.of(""));
    session.evaluate("a = 3 USD");
    String entry = "unit wafer\nimport std.adoption as take\nx = 3 wa";
    awaitUntil(() -> first(session, entry).equals("wafer"));
    String member = "import std.adoption as take\nshow take.";
    awaitUntil(() -> !first(session, member).isEmpty());
  }

  @Test
  void theLastResultIsAName() {
    Session session = new Session(Tide.builder().build(), Path.of(""));
    session.evaluate("{ T: 3 year, b: 2 }");
    assertEquals("T", first(session, "show ans."));
  }

  private static String first(Session session, String entry) {
    List<Completion> found = session.complete(entry, entry.length());
    return found.isEmpty() ? "" : found.get(0).text();
  }

  /** What is new in an entry is worked out on the side. */
  private static void awaitUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 20 seconds");
      Thread.onSpinWait();
    }
  }
}
