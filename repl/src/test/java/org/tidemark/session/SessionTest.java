package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
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

  @Test
  void whatAnEntryDoesNotTouchKeepsItsValue() {
    shown("param r = 5 %/year");
    shown("mc = sample(r * lognormal(1, 2), draws: 200)");
    shown("mc.mean");
    Object drawn = session.known().get("mc");
    shown("other = 3");
    shown("mc.median + other * r");
    session.obey(":why mc.mean");
    session.obey(":list");
    assertSame(drawn, session.known().get("mc"), "it is drawn once");
    shown("r = 6 %/year");
    shown("mc.mean");
    assertNotSame(drawn, session.known().get("mc"), "it rests on r");
  }

  @Test
  void listsOfObjectsAreNotToldAsChanged() {
    shown("a = 1");
    shown("firm f[2] { cost = a * (1 USD/GB) }");
    shown("costs = [one.cost for one in f]");
    shown("f[1].cost");
    shown("costs");
    assertEquals(
        List.of(
            "costs: [1 USD/GB, 1 USD/GB], [2 USD/GB, 2 USD/GB]", "f[1].cost: 1 USD/GB, 2 USD/GB"),
        changes("a = 2"));
  }

  @Test
  void unitsOfThenAndNowGoTogether() {
    shown("unit wafer");
    shown("w = 3 wafer");
    shown("w");
    assertEquals(List.of("4 wafer"), shown("w + 1 wafer"));
  }

  @Test
  void aChangeIsToldOnceForEverythingAsked() {
    shown("r = 5 %/year");
    shown("twice = 2 * r");
    shown("twice");
    shown("r * 3");
    assertEquals(
        List.of("twice: 10 %/year, 12 %/year", "r * 3: 15 %/year, 18 %/year"),
        changes("r = 6 %/year"));
    assertEquals(List.of(), changes("r = 6 %/year @assumed"));
    Answer failing = session.evaluate("r = (5 %/year) / 0");
    assertFalse(failing.diagnostics().isEmpty() && changes(failing).isEmpty());
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      many.append("show r * ").append(i + 10).append('\n');
    }
    shown("r = 1 %/year");
    session.evaluate(many.toString());
    Answer answer = session.evaluate("r = 2 %/year");
    assertEquals(10, changes(answer).size());
    assertEquals(new Part.Text("and 7 more\n"), answer.parts().get(10));
  }

  private List<String> changes(String entry) {
    return changes(session.evaluate(entry));
  }

  private static List<String> changes(Answer answer) {
    return answer.parts().stream()
        .filter(Part.Change.class::isInstance)
        .map(Part.Change.class::cast)
        .map(
            c ->
                c.name()
                    + ": "
                    + c.before().map(ValueText::of).orElse("-")
                    + ", "
                    + c.after().map(ValueText::of).orElse("-"))
        .toList();
  }

  @Test
  void membersOfObjectsThatWereAskedAreToldRatherThanTheObject() {
    shown("c = 3 USD/GB");
    shown("firm f { cost = c }");
    shown("f.cost");
    assertEquals(List.of("f.cost: 3 USD/GB, 4 USD/GB"), changes("c = 4 USD/GB"));
  }

  @Test
  void ansIsTheLastResult() {
    shown("r = 5 %/year @measured");
    shown("2 * r");
    assertEquals(List.of("20 %/year"), shown("ans * 2"));
    shown("x = ans");
    shown("1 + 1");
    assertEquals(List.of("20 %/year"), shown("x"));
    shown("r = 6 %/year");
    assertEquals(List.of("24 %/year"), shown("x"));
    shown("2 * r");
    session.evaluate("r = 5 USD");
    session.evaluate("unrelated = 1");
    shown("3 USD");
    session.evaluate("3 * unrelated");
    shown("unrelated = 2");
    assertEquals(List.of("4"), shown("ans + 1"), "a number keeps its value");
    shown("ans = 7");
    assertEquals(List.of("8"), shown("ans + 1"));
  }

  @Test
  void ansHasTheEvidenceOfWhatItWas() {
    shown("r = 5 %/year @measured");
    shown("2 * r");
    Part.Result result = (Part.Result) session.evaluate("ans").parts().get(0);
    assertTrue(result.shown().evidence().inputs().stream().anyMatch(i -> i.name().equals("r")));
  }

  @Test
  void problemsAreToldWhereTheyWereWritten() {
    shown("first = 1\nbad = 1 / (first - 1)");
    Answer answer = session.evaluate("[1, 2][bad]");
    var at = answer.diagnostics().get(0).location().orElseThrow();
    assertTrue(at.source().text().startsWith("first = 1") || at.source().text().startsWith("[1"));
  }
}
