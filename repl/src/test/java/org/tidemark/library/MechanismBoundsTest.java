package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.library.LibrarySource.Model;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/**
 * The bounds of every input of every mechanism: both ends are taken, and what lies beyond is
 * refused. Which inputs have which bounds is kept in {@code golden/library/bounds.txt}, so that
 * none is lost unseen; {@code -Dtide.golden=overwrite} writes it.
 */
class MechanismBoundsTest {
  private static final Path KEPT =
      Repository.TOP.resolve("repl/src/test/golden/library/bounds.txt");
  private static final String NUMBER = "-?[0-9][0-9_]*(?:\\.[0-9]+)?(?:e-?[0-9]+)?";
  private static final Pattern BOUNDS =
      Pattern.compile("(" + NUMBER + ") ?\\.\\. ?(" + NUMBER + ")( [^.]+)?");

  /** Far enough beyond an end to be told from it, in parts of the end. */
  private static final BigDecimal BEYOND = new BigDecimal("0.001");

  @TempDir Path folder;

  private record Bounded(Model model, String input, String bounds) {
    String line() {
      return model.name() + "." + input + " in " + bounds;
    }
  }

  @TestFactory
  Stream<DynamicTest> endsAreTakenAndWhatLiesBeyondIsRefused() {
    return bounded().stream()
        .map(bounded -> bounded.model().module().name())
        .distinct()
        .map(module -> DynamicTest.dynamicTest(module, () -> verify(module)));
  }

  @Test
  void noBoundIsLostUnseen() {
    String found =
        String.join("\n", bounded().stream().map(Bounded::line).sorted().toList()) + "\n";
    if (Expectations.overwrite()) {
      Repository.write(KEPT, found);
    } else {
      assertEquals(Repository.text(KEPT), found);
    }
  }

  private void verify(String module) throws IOException {
    StringBuilder script = new StringBuilder("import " + module + " as tested\n");
    for (Bounded bounded : bounded()) {
      Matcher bounds = BOUNDS.matcher(bounded.bounds());
      if (bounded.model().module().name().equals(module) && bounds.matches()) {
        String model = "tested." + bounded.model().name().substring(module.length() + 1);
        String unit = bounds.group(3) == null ? "" : bounds.group(3);
        BigDecimal low = number(bounds.group(1));
        BigDecimal high = number(bounds.group(2));
        for (BigDecimal inside : List.of(low, high)) {
          script.append(asserted("not ", model, bounded.input(), inside, unit));
        }
        script.append(asserted("", model, bounded.input(), beyond(low, false), unit));
        script.append(asserted("", model, bounded.input(), beyond(high, true), unit));
      }
    }
    Path file = folder.resolve(module + ".tide");
    Files.writeString(file, script);
    Command.Result result = Command.run(folder, "run", file.getFileName().toString());
    assertEquals(0, result.status(), () -> module + "\n" + result.err());
  }

  private static String asserted(
      String not, String model, String input, BigDecimal value, String unit) {
    String written = value.toString().replace("E+", "e").replace("E", "e") + unit;
    String because = not.isEmpty() ? ", because: \"outside its bounds\"" : "";
    return "assert %srefused((%s with { %s = %s }).%s%s)\n"
        .formatted(not, model, input, written, input, because);
  }

  private static BigDecimal beyond(BigDecimal end, boolean above) {
    BigDecimal step = end.signum() == 0 ? BEYOND : end.abs().multiply(BEYOND);
    return (above ? end.add(step) : end.subtract(step)).round(MathContext.DECIMAL64);
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace("_", ""));
  }

  /** The inputs of models that have bounds. */
  private static List<Bounded> bounded() {
    LibrarySource library = LibrarySource.read();
    List<Bounded> all = new ArrayList<>();
    for (Model model : library.models()) {
      for (Map.Entry<String, Definition> input : library.inputs(model).entrySet()) {
        library
            .bounds(model, input.getValue())
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .ifPresent(text -> all.add(new Bounded(model, input.getKey(), text)));
      }
    }
    return all;
  }
}
