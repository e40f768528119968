package org.tidemark.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;

/**
 * Scripts with characters and tokens deleted, doubled and swapped go through reading and checking:
 * no exception, no hang, no wording of the tools below.
 */
class MutatedScriptsTest {
  private static final int SCRIPTS = 20_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Path EXAMPLES = Path.of("..", "examples");

  private record Original(String name, String text, List<Token> tokens, Path folder) {}

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void mutatedScriptsAreRefusedInOurOwnWords() throws IOException {
    List<Original> originals = originals();
    assertTrue(originals.size() >= 5, "too few examples to mutate");
    Tide tide = Tide.builder().build();
    ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    IntStream.range(0, SCRIPTS)
        .parallel()
        .forEach(
            i -> {
              SplittableRandom random = new SplittableRandom(20_261_121L + i);
              Original original = originals.get(i % originals.size());
              String text = mutated(original, random);
              String complaint = tried(tide, original, text);
              if (complaint != null && complaints.size() < 20) {
                complaints.add("script " + i + " (" + original.name() + "): " + complaint);
              }
            });
    assertEquals(List.of(), List.copyOf(complaints));
  }

  private static String tried(Tide tide, Original original, String text) {
    long start = System.nanoTime();
    Program program;
    try {
      program = tide.compile(original.name(), text, original.folder());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
      return "threw " + thrown;
    }
    long took = System.nanoTime() - start;
    if (took > LONGEST_NANOS) {
      // a stop of the whole machine looks the same, so it gets a second chance
      start = System.nanoTime();
      tide.compile(original.name(), text, original.folder());
      took = System.nanoTime() - start;
      if (took > LONGEST_NANOS) {
        return "took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms";
      }
    }
    for (Diagnostic diagnostic : program.diagnostics()) {
      String shown = DiagnosticRenderer.render(diagnostic, false);
      for (String foreign :
          List.of("org.antlr", "org.tidemark", "java.", "mismatched input", "no viable")) {
        if (shown.contains(foreign)) {
          return "says " + foreign + " in " + shown;
        }
      }
    }
    return null;
  }

  private static String mutated(Original original, SplittableRandom random) {
    StringBuilder text = new StringBuilder(original.text());
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      if (random.nextBoolean() || i > 0) {
        changeCharacter(text, random);
      } else {
        changeToken(text, original.tokens(), random);
      }
    }
    return text.toString();
  }

  private static void changeCharacter(StringBuilder text, SplittableRandom random) {
    if (text.length() < 2) {
      return;
    }
    int at = random.nextInt(text.length() - 1);
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, text.charAt(at));
      default -> {
        char c = text.charAt(at);
        text.setCharAt(at, text.charAt(at + 1));
        text.setCharAt(at + 1, c);
      }
    }
  }

  private static void changeToken(StringBuilder text, List<Token> tokens, SplittableRandom random) {
    int at = random.nextInt(tokens.size() - 1);
    Token token = tokens.get(at);
    Token next = tokens.get(at + 1);
    switch (random.nextInt(3)) {
      case 0 -> text.delete(token.span().start(), token.span().end());
      case 1 -> text.insert(token.span().start(), token.text());
      default -> text.replace(token.span().start(), next.span().end(), next.text() + token.text());
    }
  }

  private static List<Original> originals() throws IOException {
    List<Original> originals = new ArrayList<>();
    for (Path root : List.of(EXAMPLES, Path.of("src", "test", "golden", "run"))) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tide")).sorted().toList()) {
          String text = Files.readString(file);
          List<Token> tokens = TideLexing.tokens(new SourceText(file.toString(), text));
          if (tokens.size() > 2) {
            originals.add(
                new Original(
                    file.getFileName().toString(),
                    text,
                    tokens,
                    file.toAbsolutePath().getParent()));
          }
        }
      }
    }
    return originals;
  }
}
