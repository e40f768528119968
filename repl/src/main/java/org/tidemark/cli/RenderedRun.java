package org.tidemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Spelling;
import org.tidemark.render.Report;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Renderer;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** The results of a run in a format that a plugin adds. */
final class RenderedRun {
  private static final String UNKNOWN = "E0748";

  private final Renderer renderer;
  private final ScriptFile script;
  private final Console console;

  private RenderedRun(Renderer renderer, ScriptFile script, Console console) {
    this.renderer = renderer;
    this.script = script;
    this.console = console;
  }

  /**
   * Results in a format.
   *
   * @throws Refusal where no plugin adds it
   */
  static RenderedRun in(String format, Tide tide, ScriptFile script, Console console) {
    Optional<Renderer> renderer = tide.renderer(format);
    if (renderer.isPresent()) {
      return new RenderedRun(renderer.get(), script, console);
    }
    List<String> known = new ArrayList<>(List.of("text", "json"));
    known.addAll(tide.formats());
    Diagnostic diagnostic = Diagnostic.error(UNKNOWN, "there is no format called ".concat(format));
    for (String near : Spelling.closest(format, known, 1)) {
      diagnostic = diagnostic.withHelp("did you mean ".concat(near).concat("?"));
    }
    throw Refusal.of(diagnostic.withHelp("formats: ".concat(String.join(", ", known))));
  }

  /** Writes the results; what went wrong where it could not. */
  Optional<Diagnostic> write(Report run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PluginCall.of(
          "the format ".concat(renderer.name()), () -> renderer.render(results(run), bytes));
    } catch (Problem problem) {
      Diagnostic diagnostic = Diagnostic.error(problem.code(), problem.getMessage());
      for (String way : problem.help()) {
        diagnostic = diagnostic.withHelp(way);
      }
      return Optional.of(diagnostic);
    } catch (IOException failed) {
      return Optional.of(
          Diagnostic.error(
                  "E0744",
                  "the format "
                      .concat(renderer.name())
                      .concat(" failed: ")
                      .concat(String.valueOf(failed.getMessage())))
              .withHelp("this is a mistake in the plugin, not in the script; tell its makers"));
    }
    console.out().write(bytes.toByteArray(), 0, bytes.size());
    return Optional.empty();
  }

  private Renderer.Results results(Report run) {
    List<Renderer.Shown> shown = new ArrayList<>();
    for (Shown each : run.shown()) {
      Value value = each.value() instanceof ObjectValue object ? object.shown() : each.value();
      Optional<Chart> chart = value instanceof Chart drawn ? Optional.of(drawn) : Optional.empty();
      shown.add(new Renderer.Shown(each.name(), value, ValueText.of(value), chart));
    }
    List<Renderer.Verdict> verdicts = new ArrayList<>();
    for (AssertOutcome each : run.asserts()) {
      verdicts.add(
          new Renderer.Verdict(
              "assert", each.message().orElse(each.text()), each.passed() ? "passed" : "failed"));
    }
    for (ClaimOutcome each : run.claims()) {
      verdicts.add(new Renderer.Verdict("claim", each.name(), ValueText.of(each.claim())));
    }
    for (PredictionOutcome each : run.predictions()) {
      verdicts.add(
          new Renderer.Verdict("prediction", each.name(), ValueText.of(each.prediction())));
    }
    List<Renderer.Message> messages = new ArrayList<>();
    for (Diagnostic each : run.diagnostics()) {
      messages.add(new Renderer.Message(each.code(), each.isError(), each.message(), line(each)));
    }
    return new Renderer.Results(script.name(), shown, verdicts, messages);
  }

  private static int line(Diagnostic diagnostic) {
    return diagnostic
        .location()
        .map(place -> 1 + (int) before(place.source().text(), place.span().start()))
        .orElse(0);
  }

  private static long before(String text, int end) {
    return text.substring(0, Math.min(end, text.length())).chars().filter(c -> c == '\n').count();
  }
}
