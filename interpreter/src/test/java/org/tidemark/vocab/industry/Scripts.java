package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Runs scripts for tests. */
final class Scripts {
  private static final Tide TIDE = Tide.builder().build();

  private Scripts() {}

  /** The codes of all that is said of a script, checked and, if it is sound, run. */
  static List<String> codes(String script) {
    List<String> codes = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics(script)) {
      codes.add(diagnostic.code());
    }
    return codes;
  }

  static List<Diagnostic> diagnostics(String script) {
    Program program = TIDE.compile("test.tide", script);
    List<Diagnostic> all = new ArrayList<>(program.diagnostics());
    if (program.isSound()) {
      all.addAll(program.run().problems());
    }
    return all;
  }

  /** The message of the only problem of a script. */
  static String problem(String script, String code) {
    List<Diagnostic> all = diagnostics(script);
    assertEquals(1, all.size(), all::toString);
    assertEquals(code, all.get(0).code(), all::toString);
    return all.get(0).message();
  }

  /** What a script shows, by name; fails where anything is said of it. */
  static Map<String, Value> values(String script) {
    Program program = TIDE.compile("test.tide", script);
    assertTrue(program.diagnostics().isEmpty(), () -> program.diagnostics().toString());
    Outcome outcome = program.run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    Map<String, Value> values = new LinkedHashMap<>();
    for (Shown shown : outcome.shown()) {
      values.put(shown.name(), shown.value());
    }
    return values;
  }

  /** The texts of what a script shows. */
  static Map<String, String> texts(String script) {
    Map<String, String> texts = new LinkedHashMap<>();
    values(script).forEach((name, value) -> texts.put(name, ValueText.of(value)));
    return texts;
  }

  /** The number, in the unit shown, of the only thing that a script shows. */
  static double number(String script) {
    Map<String, Value> values = values(script);
    assertEquals(1, values.size());
    Quantity quantity = Values.find(values.values().iterator().next()).orElseThrow();
    return quantity.unit().fromBase(quantity.magnitude());
  }
}
