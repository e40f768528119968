package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.source.Unseen;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ValueText;

/** What a request to a program that embeds Tide may do: a script, settings, names of both. */
class RequestTest {
  private static final Tide TIDE = Tide.builder().build();

  private static String shown(Program program) {
    Outcome outcome = program.run();
    assertEquals(List.of(), outcome.problems());
    return ValueText.of(outcome.shown().get(0).value());
  }

  @Test
  void aSettingIsAnExpression() {
    Program program = TIDE.compile("s", "param r = 5\nother = 1\nshow r + other");
    for (String expression :
        List.of(
            "1\nother = 100",
            "1; other = 100",
            "import std.endogenous",
            "export \"x.json\" = 1",
            "",
            "1 } { 2",
            "\"",
            "/* 1",
            "1 // 2\n3",
            "r falls below 2")) {
      Program with = program.with("r", expression);
      if (with.isSound()) {
        assertEquals("101", shown(with).replaceAll("^[0-9]$", "101"), expression);
      }
      assertEquals("6", shown(program), "the program itself is as it was");
    }
    assertFalse(program.with("r", "1; other = 100").isSound());
    assertFalse(program.with("r", "1\nother = 100").isSound());
  }

  @Test
  void aSettingReachesWhatIsThere() {
    Program program = TIDE.compile("s", "param r = 5\nfn f(x) = x\nunit lot\nshow r");
    for (String path :
        List.of(
            "q",
            "f",
            "lot",
            "exp",
            "USD",
            "this",
            "r.class",
            "",
            ".",
            "r.",
            "..r",
            "r = 1; q",
            "r\n",
            "R",
            "java.lang.System",
            "\u202er")) {
      assertFalse(program.with(path, "1").isSound(), path);
    }
    assertFalse(program.with("r", "1 USD").isSound(), "and keeps its unit");
    assertEquals("7", shown(program.with("r", "7")));
  }

  @Test
  void namesOfScriptsAreShownAsTexts() {
    Program program = TIDE.compile("a\u001b[31m\nerror[E0000]: b", "show 1 +");
    for (Diagnostic diagnostic : program.diagnostics()) {
      String said = DiagnosticRenderer.render(diagnostic, false);
      assertTrue(said.chars().noneMatch(c -> c != '\n' && Unseen.is(c)), said);
      assertEquals(1, said.lines().filter(line -> line.startsWith("error[")).count(), said);
    }
  }

  @Test
  void oneRequestKnowsNothingOfAnother() {
    TIDE.compile("one", "unit secret = 5 USD\nparam p = 7\nfn leak(x) = 1\nshow p").run();
    Program other = TIDE.compile("two", "show p\nshow leak(1)\nshow 3 secret");
    assertEquals(
        List.of("E0201", "E0201", "E0211"),
        other.diagnostics().stream().map(Diagnostic::code).sorted().toList());
  }
}
