package org.tidemark.session.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.session.Completion;
import org.tidemark.session.Highlight;

/** Whatever is typed, and wherever the cursor stands, insight holds its promises. */
class InsightPropertyTest {
  private static final Path FOLDER = Path.of("src/test/golden");
  private static final Tide TIDE = Tide.builder().build();
  private static final List<String> SCRIPTS = scripts();
  private static final Insight INSIGHT =
      new InsightCache(TIDE, FOLDER, CommandNames.NONE)
          .of("param price = 3 USD/GB\nfirm lab[2] { cost = price }\nrec = {T: 3 year}");

  private static List<String> scripts() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".tide"))
          .sorted()
          .map(InsightPropertyTest::text)
          .filter(text -> text.length() < 3000)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A script, cut off, with something put into it. */
  @Provide
  Arbitrary<String> entries() {
    Arbitrary<String> put =
        Arbitraries.of(
            "", "", "(", ")", "{", "}", "[", "\"", "?", ".", "with { ", ":", "//", "/*", "\uD83D",
            "\uDE00", "\u1FFF", " = ", "if ", "=> ", "\n", "as ", "3 ", "@", ",", "import ", "\0");
    return Arbitraries.of(SCRIPTS)
        .flatMap(
            script ->
                Arbitraries.integers()
                    .between(0, script.length())
                    .flatMap(
                        end ->
                            Arbitraries.integers()
                                .between(0, end)
                                .flatMap(
                                    at ->
                                        put.map(
                                            p ->
                                                script.substring(0, at)
                                                    + p
                                                    + script.substring(at, end)))));
  }

  @Property(tries = 250)
  void nothingIsThrownAndStretchesAreInOrder(
      @ForAll("entries") String entry, @ForAll double share) {
    int cursor = (int) (Math.abs(share) % 1 * entry.length());
    for (int at : new int[] {cursor, entry.length()}) {
      for (Completion one : INSIGHT.complete(entry, at)) {
        assertTrue(0 <= one.from() && one.from() <= at && at <= one.to(), one::toString);
        assertTrue(one.to() <= entry.length(), one::toString);
      }
      INSIGHT.signature(entry, at);
      Insight.matching(entry, at);
    }
    INSIGHT.fits(entry);
    int end = 0;
    for (Highlight one : INSIGHT.highlight(entry)) {
      assertTrue(end <= one.from() && one.from() < one.to(), one::toString);
      end = one.to();
    }
    assertTrue(end <= entry.length());
  }

  @Property(tries = 30)
  void whatIsOfferedBehindADotIsAccepted(@ForAll("whole") String script) {
    Insight insight = new InsightCache(TIDE, FOLDER, CommandNames.NONE).of(script);
    for (String name : insight.names()) {
      String head = "q_ = " + name + ".";
      for (Completion one : insight.complete(head, head.length())) {
        Program program = TIDE.compile("p", script + "\n" + head + one.text(), FOLDER);
        List<String> wrong =
            program.diagnostics().stream()
                .filter(
                    d -> d.location().filter(l -> l.span().start() > script.length()).isPresent())
                .filter(Diagnostic::isError)
                .map(Diagnostic::message)
                .toList();
        assertEquals(List.of(), wrong, () -> head + one.text() + " in\n" + script);
      }
    }
  }

  @Provide
  Arbitrary<String> whole() {
    return Arbitraries.of(
        SCRIPTS.stream().filter(s -> TIDE.compile("p", s, FOLDER).isSound()).toList());
  }
}
