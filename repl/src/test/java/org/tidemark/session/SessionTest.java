package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Tide;
import org.tidemark.spi.value.ValueText;

/** Definitions add up, later ones replace earlier ones, and mistakes leave no trace. */
class SessionTest {
  private final Session session = new Session(Tide.builder().build(), Path.of(""));

  private List<String> shown(String entry) {
    Answer answer = session.evaluate(entry);
    assertEquals(List.of(), answer.diagnostics());
    return answer.parts().stream()
        .filter(Part.Result.class::isInstance)
        .map(part -> ValueText.of(((Part.Result) part).shown().value()))
        .toList();
  }

  @Test
  void laterDefinitionsReplaceEarlierOnes() {
    shown("x = 2");
    shown("y = x + 1");
    assertEquals(List.of("3"), shown("y"));
    shown("x = 10");
    assertEquals(List.of("11"), shown("y"));
    assertEquals(List.of("x", "y"), session.definitions());
  }

  @Test
  void onlyTheEntryIsShown() {
    assertEquals(List.of("1"), shown("show a: 1"));
    assertEquals(List.of("2"), shown("2"));
    assertEquals(List.of("3", "4"), shown("3; 4"));
  }

  @Test
  void mistakesLeaveNoTrace() {
    shown("x = 2 USD");
    shown("y = x + 1 USD");
    Answer syntax = session.evaluate("z = (1 +");
    assertFalse(syntax.accepted());
    Answer breaking = session.evaluate("x = 2 year");
    assertFalse(breaking.accepted());
    assertFalse(breaking.diagnostics().isEmpty());
    assertEquals(List.of("3 USD"), shown("y"));
    assertEquals(List.of("x", "y"), session.definitions());
  }

  @Test
  void placesAreThoseOfTheEntry() {
    shown("x = 2 USD");
    Answer answer = session.evaluate("a = 1\nx + 1 year");
    assertEquals(
        2,
        answer
            .diagnostics()
            .get(0)
            .location()
            .orElseThrow()
            .source()
            .line(answer.diagnostics().get(0).location().orElseThrow().span().start()));
  }

  @Test
  void openBracketsWaitForMore() {
    assertTrue(Session.isIncomplete("x = [1,"));
    assertTrue(Session.isIncomplete("firm a {\n"));
    assertFalse(Session.isIncomplete("x = [1]"));
  }

  @Test
  void definitionsAreDocumented() {
    shown("/// What it costs.\ncost = 3 USD");
    assertTrue(session.describe("cost").orElseThrow().markdown().contains("What it costs"));
    assertTrue(session.describe("sqrt").isPresent());
    assertTrue(session.describe("nosuchthing").isEmpty());
  }
}
