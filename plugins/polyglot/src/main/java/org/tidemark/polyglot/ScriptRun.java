package org.tidemark.polyglot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.Program;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.polyglot.interop.Live;
import org.tidemark.polyglot.interop.ScriptObject;
import org.tidemark.polyglot.interop.ShownObject;
import org.tidemark.polyglot.interop.TideFailure;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/**
 * Runs a script once. What it shows goes to the output, warnings to the error output; what could
 * not be worked out, and asserts that fail, end it in an exception after all the rest is shown.
 */
final class ScriptRun {
  private final Live live;
  private final Program program;
  private final OutputStream out;
  private final OutputStream err;

  ScriptRun(Live live, Program program, OutputStream out, OutputStream err) {
    this.live = live;
    this.program = program;
    this.out = out;
    this.err = err;
  }

  ScriptObject run() {
    for (Diagnostic warning : program.diagnostics()) {
      write(err, DiagnosticRenderer.render(warning, false));
    }
    Outcome outcome = live.run();
    List<ShownObject> shown = new ArrayList<>();
    List<Type> types = program.shownTypes();
    long results = outcome.shown().stream().filter(s -> !(s.value() instanceof Chart)).count();
    int next = 0;
    for (Shown result : outcome.shown()) {
      if (result.value() instanceof Chart) {
        // a picture is for whoever can draw
        continue;
      }
      Type type = results == types.size() ? types.get(next++) : BasicType.UNKNOWN;
      shown.add(new ShownObject(live, result, type));
      write(out, ShownText.of(result));
    }
    List<Diagnostic> wrong = new ArrayList<>();
    for (Diagnostic problem : outcome.problems()) {
      if (problem.isError()) {
        wrong.add(problem);
      } else {
        write(err, DiagnosticRenderer.render(problem, false));
      }
    }
    for (AssertOutcome claim : outcome.asserts()) {
      claim.failure().filter(failure -> !wrong.contains(failure)).ifPresent(wrong::add);
    }
    if (!wrong.isEmpty()) {
      throw TideFailure.of(new TideException(wrong), live.sources());
    }
    return ScriptObject.of(live, shown);
  }

  private static void write(OutputStream to, String text) {
    try {
      to.write(text.getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException closed) {
      // nobody reads it any more
    }
  }
}
