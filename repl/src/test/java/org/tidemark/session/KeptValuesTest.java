package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ValueText;

/** A conversation answers as a fresh run of all that has been said would. */
class KeptValuesTest {
  private static final Tide TIDE = Tide.builder().build();
  private static final Path FOLDER = Path.of("");

  /** Right sides by name; each name keeps its sort, so that most entries can be checked. */
  private static final Map<String, List<String>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("a", List.of("a = 2", "a = 3 @measured(\"scale\")", "a = 1 to 4", "a = b + 1"));
    FORMS.put("b", List.of("b = 5", "b = 2 * c @assumed", "b = normal(4, 1)", "b = 1 / 0"));
    FORMS.put("c", List.of("c = 7", "c = 2 to 3", "c = M.y", "c = xs[1]"));
    FORMS.put("xs", List.of("xs = [1, 2, a]", "xs = [f(k) for k in 1..4]", "xs = [3, 4]"));
    FORMS.put("f", List.of("fn f(x) = x + 1", "fn f(x) = x * a", "f = x => x * 10"));
    FORMS.put(
        "M",
        List.of(
            "model M { x = 2; y = x * 3 }",
            "model M { x = b; y = x * 3; z = sample(y, draws: 40) }",
            "model M { param x = 4 in 0..100; y = f(x) }"));
    FORMS.put("N", List.of("N = M with { x = 5 }", "N = M with { x = a }", "model N extends M {}"));
    FORMS.put("s", List.of("s = sample(a + c, draws: 60)", "s = sample(M.y * b, draws: 50)"));
    FORMS.put("wafer", List.of("unit wafer"));
    FORMS.put("w", List.of("w = 3 wafer", "w = a * (1 wafer)"));
    FORMS.put("v", List.of("v = 2 wafer + w", "v = w"));
    FORMS.put(
        "g",
        List.of(
            "firm g { cost = 3 USD/GB }",
            "firm g { cost = a * (1 USD/GB) }",
            "firm g[2] { cost = 5 USD/GB @estimated }"));
    FORMS.put(
        "h",
        List.of("firm h extends k { cost = 4 USD/GB }", "h = k with { cost = c * (1 USD/GB) }"));
    FORMS.put("k", List.of("firm k { cost = 9 USD/GB }", "firm k { cost = b * (1 USD/GB) }"));
    FORMS.put(
        "p",
        List.of(
            "process p { state q = 1; der q = -0.5 /year * q; horizon = 4 year }",
            "process p { state q = a; der q = -0.5 /year * q; horizon = 4 year }"));
    FORMS.put("up", List.of("multiplier up on c = 2", "multiplier up on c = 1.5"));
    FORMS.put("correlate", List.of("correlate a, b = 0.5", "correlate a, b = -0.3"));
  }

  private static final List<String> ASKS =
      List.of(
          "a",
          "a + b",
          "c * 2",
          "xs",
          "sum(xs)",
          "f(2)",
          "M.y",
          "N.y",
          "N.x + M.x",
          "s.mean",
          "s",
          "M.z.mean",
          "w",
          "v",
          "v + 1 wafer",
          "g",
          "h.cost",
          "k.cost",
          "p.q.final",
          "p.q",
          "this with { b = 8 }",
          "(this with { b = 8 }).a",
          "sample(b * c, draws: 30).mean",
          "evidence(a + c)",
          "tornado(a * b + c)",
          "sensitivity(b * c)",
          "(g with { cost = 1 USD/GB })",
          "[g, h]",
          "probability(a > 2)",
          "sweep(b, over: { c: [1, 2] })");

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void answersAreThoseOfAFreshRun(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Session session = new Session(TIDE, FOLDER);
    List<String> names = new ArrayList<>(FORMS.keySet());
    StringBuilder first = new StringBuilder();
    for (Map.Entry<String, List<String>> form : FORMS.entrySet()) {
      if (!form.getKey().equals("correlate")) {
        first.append(form.getValue().get(0)).append('\n');
      }
    }
    List<String> told = new ArrayList<>(List.of(first.toString()));
    assertTrue(session.evaluate(first.toString()).accepted());
    int accepted = 0;
    for (int i = 0; i < 25; i++) {
      String entry;
      if (random.nextInt(5) < 2) {
        List<String> forms = FORMS.get(names.get(random.nextInt(names.size())));
        entry = forms.get(random.nextInt(forms.size()));
      } else {
        entry = ASKS.get(random.nextInt(ASKS.size()));
      }
      told.add(entry);
      Answer answer = session.evaluate(entry);
      String because = seed + "\n" + String.join("\n", told);
      if (answer.accepted()) {
        accepted++;
        assertEquals(fresh(entry, session), said(answer), because);
      }
    }
    assertTrue(accepted > 12, accepted + " of 25 entries could be checked\n" + told);
  }

  /** What a fresh run of an entry with all that is kept says. */
  private static String fresh(String entry, Session session) {
    Map<String, String> kept = new LinkedHashMap<>();
    session.definitions().forEach(name -> kept.put(name, session.text(name).orElseThrow()));
    kept.values().remove(entry);
    String text = entry + "\n" + String.join("\n", kept.values());
    Outcome outcome = TIDE.compile("prompt", text, FOLDER).run();
    StringBuilder said = new StringBuilder();
    outcome.shown().forEach(shown -> said.append(text(shown)));
    outcome.problems().forEach(d -> said.append(d.code()).append(' ').append(d.message()));
    return said.toString();
  }

  private static String said(Answer answer) {
    StringBuilder said = new StringBuilder();
    for (Part part : answer.parts()) {
      if (part instanceof Part.Result result) {
        said.append(text(result.shown()));
      } else if (part instanceof Part.Change) {
        // what follows from the entry elsewhere is told behind it
        break;
      } else if (part instanceof Part.Problem problem
          && problem.diagnostic().isError()
          && answer.parts().stream().anyMatch(Part.Result.class::isInstance) == false) {
        said.append(problem.diagnostic().code()).append(' ').append(problem.diagnostic().message());
      }
    }
    return said.toString();
  }

  private static String text(Shown shown) {
    StringBuilder text = new StringBuilder(shown.name()).append(" = ");
    text.append(ValueText.of(shown.value())).append('\n').append(shown.evidence().atMedians());
    for (Evidence.Input input : shown.evidence().inputs()) {
      text.append("\n  ").append(input);
    }
    return text.append('\n').toString();
  }
}
