package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Member;
import org.tidemark.check.Scope;
import org.tidemark.check.Structure;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.AssertStatement;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Runs a checked script: shows, asserts and tests in the order of the text, then claims and
 * predictions.
 */
final class ScriptRun {
  /** About as many characters as a message takes. */
  private static final int PER_PROBLEM = 500;

  private final CheckedProgram program;
  private final Lowering lowering;
  private final Evaluation evaluation;
  private final Watch watch;
  private Structure place;
  private Instance main;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Asked> results = new ArrayList<>();
  private final List<AssertOutcome> asserts = new ArrayList<>();
  private final List<ClaimOutcome> claims = new ArrayList<>();
  private final List<PredictionOutcome> predictions = new ArrayList<>();
  private final List<Exported> exports = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<Diagnostic, Diagnostic> told = new HashMap<>();
  private Location asking;
  private boolean onlyNoSolution = true;

  ScriptRun(CheckedProgram program, Lowering lowering, List<Overriding> overrides, Watch watch) {
    this(program, lowering, overrides, new Evaluation(program, lowering, watch), watch);
  }

  ScriptRun(
      CheckedProgram program,
      Lowering lowering,
      List<Overriding> overrides,
      Evaluation evaluation,
      Watch watch) {
    this.program = program;
    this.lowering = lowering;
    this.evaluation = evaluation;
    this.watch = watch;
    this.place = program.main();
    this.main = instance(program, lowering, overrides, evaluation);
  }

  /** A script with overrides from outside. */
  private static Instance instance(
      CheckedProgram program,
      Lowering lowering,
      List<Overriding> overrides,
      Evaluation evaluation) {
    Instance written = Instance.of(evaluation, program.main());
    return overrides.isEmpty()
        ? written
        : written.amended(amendment(program, lowering, overrides, written));
  }

  /** Overrides from outside; each sees the script as it is written, as in {@code with}. */
  static Amendment amendment(
      CheckedProgram program, Lowering lowering, List<Overriding> overrides, Instance written) {
    Frame frame = written.frame();
    Amendment amendment = new Amendment();
    for (Overriding override : overrides) {
      override.prepared(lowering, program.main().scope()).addTo(amendment, frame.local(0));
    }
    return amendment;
  }

  /** The script as it is asked. */
  Instance main() {
    return main;
  }

  /** All definitions with their values. */
  List<Defined> definitions() {
    try {
      return new Definitions(main, evaluation).all();
    } finally {
      evaluation.foreign().rest();
    }
  }

  /** What was shown and how it was asked for, in order. */
  List<Asked> results() {
    return results;
  }

  /** Something that was shown. */
  record Asked(Shown shown, Cell cell, Expression expression) {}

  Outcome run(boolean show) {
    return run(() -> run(show, null));
  }

  /** Works out claims and predictions only. */
  Outcome judge() {
    return run(() -> judgements(null));
  }

  private Outcome run(Runnable work) {
    try {
      work.run();
    } catch (EvaluationFailure stopped) {
      if (!watch.isFinishing() && !stopped.isLimit()) {
        throw stopped;
      }
      onlyNoSolution = false;
      problems.add(asking == null ? stopped.diagnostic() : withAsking(stopped.diagnostic()));
    } finally {
      evaluation.foreign().rest();
    }
    return outcome();
  }

  /**
   * Runs an example in the documentation. What the script has been asked for so far it need not
   * work out again.
   *
   * @return what is wrong with it
   */
  Optional<Diagnostic> example(Structure example) {
    Structure script = place;
    Instance around = main;
    List<Diagnostic> before = List.copyOf(problems);
    problems.clear();
    told.clear();
    int checked = asserts.size();
    place = example;
    main =
        new Instance(
            evaluation,
            example,
            List.of(Layer.definitions(example, around.frame())),
            example.name() + ": ");
    try {
      run(true);
      return Stream.concat(
              problems.stream(),
              asserts.stream().skip(checked).flatMap(outcome -> outcome.failure().stream()))
          .findFirst();
    } finally {
      place = script;
      main = around;
      problems.clear();
      problems.addAll(before);
    }
  }

  /**
   * Runs it.
   *
   * @param names the definitions of which asserts and claims are wanted; null for all
   * @throws EvaluationFailure where it was stopped
   */
  void run(boolean show, Set<String> names) {
    for (Statement action : place.actions()) {
      statement();
      if (action instanceof ShowStatement statement && show) {
        for (ShowItem item : statement.items()) {
          show(
              item.label().map(l -> l.name()).orElseGet(() -> written(item.value(), place.scope())),
              item.value(),
              Steps.part(statement, item));
        }
      } else if (action instanceof ExpressionStatement statement && show) {
        show(
            written(statement.expression(), place.scope()),
            statement.expression(),
            statement.span());
      } else if (action instanceof PlotStatement plot && show) {
        plot(plot)
            .ifPresent(
                drawn -> {
                  charge(drawn.chart());
                  shown.add(
                      new Shown(
                          PlotRun.name(plot, place.scope()), drawn.chart(), drawn.evidence()));
                });
      } else if (action instanceof ExportStatement export && show) {
        export(export);
      } else if (action instanceof AssertStatement statement) {
        check(statement, main, place.scope(), Optional.empty());
      } else if (action instanceof Declaration test) {
        test(test, place, main);
      }
    }
    models(place, main, names);
    judgements(names);
    // only now is it known what is read
    exports.removeIf(this::isOverRead);
  }

  /** Whether a file would be written over that the values come from; says so. */
  private boolean isOverRead(Exported export) {
    if (!evaluation.hasRead(export.file())) {
      return false;
    }
    onlyNoSolution = false;
    problems.add(
        Diagnostic.error(
                "E0565",
                export.file() + " is read here, and would be written over",
                export.location().source(),
                export.location().span())
            .withHelp("give what is written a name of its own"));
    return true;
  }

  /** What has come of it so far. */
  Outcome outcome() {
    boolean noSolution = !problems.isEmpty() && onlyNoSolution;
    List<Diagnostic> told = new ArrayList<>(problems);
    told.addAll(watch.warnings());
    return new Outcome(shown, asserts, claims, predictions, exports, told, noSolution);
  }

  private void statement() {
    Budget budget = watch.budget();
    if (budget != null) {
      budget.statement();
    }
  }

  static String written(Expression expression, Scope scope) {
    return scope.source().text(expression.span()).replaceAll("\\s+", " ");
  }

  private void show(String name, Expression expression, Span whole) {
    Cell asked = cell(name, expression, main, place.scope());
    Cell cell =
        Cell.passing(
            name,
            asked.location(),
            () -> {
              Value value = asked.read(evaluation);
              try {
                charge(value);
                WorkedOut.all(value, evaluation.spending()::checkpoint);
              } catch (Problem problem) {
                throw evaluation.fail(asked.location(), problem);
              }
              return value;
            });
    asking = new Location(place.source(), expression.span());
    Optional<Value> value =
        attempt(step("show", whole, main, place.scope(), () -> cell.read(evaluation)));
    value.ifPresent(
        v -> {
          Shown result =
              new Shown(
                  name,
                  v instanceof ObjectValue object ? object.shown() : v,
                  EvidenceTrail.of(cell));
          shown.add(result);
          results.add(new Asked(result, cell, expression));
        });
  }

  // ---- plots and exports

  /** Counts what is shown. */
  private void charge(Value value) {
    Budget budget = watch.budget();
    if (budget != null) {
      long bound = budget.limits().of(Limit.OUTPUT);
      evaluation.spending().spend(Limit.OUTPUT, Sizes.characters(value, bound), asking);
    }
  }

  private record Drawn(Chart chart, Evidence evidence) {}

  private Optional<Drawn> plot(PlotStatement plot) {
    Scope scope = place.scope();
    asking = new Location(scope.source(), plot.span());
    PlotRun run = new PlotRun(plot, evaluation, main, scope);
    Cell cell = Cell.passing(PlotRun.name(plot, scope), asking, run::chart);
    return attempt(step("plot", plot.span(), main, scope, () -> cell.read(evaluation)))
        .map(
            value -> {
              Evidence evidence = EvidenceTrail.of(cell);
              Chart chart = (Chart) value;
              boolean atMedians = run.isOfValues() && evidence.atMedians();
              return new Drawn(atMedians ? atMedians(chart) : chart, evidence);
            });
  }

  private static Chart atMedians(Chart chart) {
    List<String> notes = new ArrayList<>(chart.notes());
    notes.add("at median inputs");
    return new Chart(chart.title(), chart.x(), chart.y(), chart.series(), chart.markers(), notes);
  }

  private void export(ExportStatement export) {
    Scope scope = place.scope();
    String file = export.file().constant();
    Location location = new Location(scope.source(), export.file().span());
    if (export.plot().isPresent()) {
      plot(export.plot().get())
          .ifPresent(drawn -> exports.add(new Exported(file, drawn.chart(), location)));
      return;
    }
    Expression expression = export.value().orElseThrow();
    asking = new Location(scope.source(), expression.span());
    Cell asked = cell(file, expression, main, scope);
    boolean table = file.endsWith(".csv");
    attempt(step("export", export.span(), main, scope, () -> exported(asked, table)))
        .ifPresent(value -> exports.add(new Exported(file, value, location)));
  }

  private Value exported(Cell asked, boolean asTable) {
    Value value = asked.read(evaluation);
    try {
      charge(value);
      WorkedOut.all(value, evaluation.spending()::checkpoint);
      if (asTable && value instanceof Tabular tabular) {
        return tabular.rows(Optional.empty());
      }
      return value instanceof ObjectValue object ? object.shown() : value;
    } catch (Problem problem) {
      throw evaluation.fail(asked.location(), problem);
    }
  }

  /** The work of a statement, which is a step. */
  private Supplier<Value> step(
      String word, Span whole, Instance instance, Scope scope, Supplier<Value> work) {
    Code code =
        lowering.step(
            () -> Step.at(Step.Sort.STATEMENT, word, scope.source(), whole),
            scope,
            frame -> work.get());
    return () -> code.evaluate(instance.frame());
  }

  private Cell cell(String name, Expression expression, Instance instance, Scope scope) {
    Code code = lowering.expression(expression, scope);
    Location location = new Location(scope.source(), expression.span());
    return Cell.passing(name, location, () -> code.evaluate(instance.frame()));
  }

  /** Claims and predictions, which are listed with the results. */
  private void judgements(Set<String> names) {
    for (Member member : place.ownMembers().values()) {
      if (names != null && !names.contains(member.name())) {
        continue;
      }
      if (member.sort() != Member.Sort.DECLARATION || !isJudged(member.kind().name())) {
        continue;
      }
      Cell cell = main.cell(member.name());
      asking = member.location();
      Optional<Value> value = attempt(() -> cell.read(evaluation));
      if (value.isEmpty()) {
        continue;
      }
      if (value.get() instanceof ClaimValue claim) {
        claims.add(new ClaimOutcome(member.name(), claim, EvidenceTrail.of(cell)));
      } else if (value.get() instanceof PredictionValue prediction) {
        predictions.add(new PredictionOutcome(member.name(), prediction, EvidenceTrail.of(cell)));
      }
    }
  }

  private static boolean isJudged(String kind) {
    return kind.equals("claim") || kind.equals("prediction");
  }

  private void test(Declaration declaration, Structure around, Instance instance) {
    Structure structure = around.test(declaration);
    if (structure == null) {
      return;
    }
    Instance inside =
        new Instance(
            evaluation,
            structure,
            List.of(Layer.definitions(structure, instance.frame())),
            structure.name() + ": ");
    for (Statement action : structure.actions()) {
      if (action instanceof AssertStatement statement) {
        check(statement, inside, structure.scope(), Optional.of(structure.name()));
      }
    }
  }

  /** The asserts and tests that stand in models, each on the model as it is declared. */
  private void models(Structure structure, Instance instance, Set<String> names) {
    for (Member member : structure.ownMembers().values()) {
      if (names != null && !names.contains(member.name())) {
        continue;
      }
      if (member.sort() != Member.Sort.MODEL || !asserts(member.structure())) {
        continue;
      }
      Optional<Value> value = attempt(() -> instance.get(member.name()));
      if (value.isEmpty() || !(value.get() instanceof Instance model)) {
        continue;
      }
      for (Statement action : member.structure().actions()) {
        if (action instanceof AssertStatement statement) {
          check(statement, model, member.structure().scope(), Optional.of(member.name()));
        } else if (action instanceof Declaration test) {
          test(test, member.structure(), model);
        }
      }
      models(member.structure(), model, null);
    }
  }

  private static boolean asserts(Structure structure) {
    return !structure.actions().isEmpty()
        || structure.ownMembers().values().stream()
            .anyMatch(m -> m.sort() == Member.Sort.MODEL && asserts(m.structure()));
  }

  // ---- asserts

  private void check(
      AssertStatement statement, Instance instance, Scope scope, Optional<String> test) {
    String text = written(statement.condition(), scope);
    asking = new Location(scope.source(), statement.condition().span());
    Optional<String> message =
        statement
            .message()
            .flatMap(e -> attempt(() -> cell("message", e, instance, scope).read(evaluation)))
            .map(ValueText::of);
    Value value;
    try {
      Cell cell = cell(text, statement.condition(), instance, scope);
      value =
          worked(step("assert", statement.span(), instance, scope, () -> cell.read(evaluation)));
    } catch (EvaluationFailure failure) {
      asserts.add(new AssertOutcome(text, message, test, false, Optional.of(note(failure))));
      return;
    }
    boolean passed = value == BoolValue.TRUE;
    if (!passed) {
      evaluation
          .spending()
          .spend(Limit.OUTPUT, PER_PROBLEM + message.map(String::length).orElse(0), asking);
    }
    asserts.add(
        new AssertOutcome(
            text,
            message,
            test,
            passed,
            passed ? Optional.empty() : Optional.of(failure(statement, message, instance, scope))));
  }

  /** Says what both sides were, under the text that was asserted. */
  private Diagnostic failure(
      AssertStatement statement, Optional<String> message, Instance instance, Scope scope) {
    Expression condition = statement.condition();
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0520",
            message.map(m -> "assert failed: " + m).orElse("assert failed"),
            scope.source(),
            condition.span());
    for (Expression part : AssertedParts.of(condition)) {
      Optional<Value> value = quietly(() -> cell("", part, instance, scope).read(evaluation));
      if (value.isPresent()) {
        diagnostic =
            diagnostic.withLabel(scope.source(), part.span(), ValueText.brief(value.get()));
      }
    }
    return diagnostic;
  }

  // ---- failures

  private Optional<Value> attempt(Supplier<Value> work) {
    try {
      return Optional.of(worked(work));
    } catch (EvaluationFailure failure) {
      note(failure);
      return Optional.empty();
    }
  }

  /** Does some work; what no stack and no memory holds fails like anything else. */
  private Value worked(Supplier<Value> work) {
    try {
      return evaluation.withRoom(work);
    } catch (RuntimeException | LinkageError failed) {
      requireNoPlugin(failed);
      throw failed;
    } catch (StackOverflowError deep) {
      requireNoPlugin(deep);
      throw evaluation.tooDeep(place.source());
    } catch (OutOfMemoryError full) {
      throw evaluation.spending().full(asking);
    }
  }

  /** Where a plugin failed in what nobody else watches, it is named. */
  private void requireNoPlugin(Throwable failed) {
    Optional<String> plugin = Blame.of(failed);
    if (plugin.isPresent()) {
      Location at = asking != null ? asking : new Location(place.source(), new Span(0, 0));
      throw PluginFailures.of(plugin.get(), "what is asked for here", failed, at);
    }
  }

  private static Optional<Value> quietly(Supplier<Value> work) {
    try {
      return Optional.of(work.get());
    } catch (EvaluationFailure known) {
      return Optional.empty();
    }
  }

  private Diagnostic note(EvaluationFailure failure) {
    if (failure.isStopped()) {
      throw failure;
    }
    Diagnostic known = told.get(failure.diagnostic());
    if (known == null) {
      known = withAsking(failure.diagnostic());
      told.put(failure.diagnostic(), known);
      evaluation
          .spending()
          .spend(
              Limit.OUTPUT, PER_PROBLEM + (long) failure.diagnostic().message().length(), asking);
      problems.add(known);
      onlyNoSolution &= failure.isNoSolution();
    }
    return known;
  }

  /** Of several amended copies, the place that asked tells which one fails. */
  private Diagnostic withAsking(Diagnostic diagnostic) {
    boolean there =
        diagnostic
            .location()
            .filter(
                at ->
                    at.source() == asking.source()
                        && at.span().start() < asking.span().end()
                        && asking.span().start() < at.span().end())
            .isPresent();
    return there
        ? diagnostic
        : diagnostic.withLabel(asking.source(), asking.span(), "asked for here");
  }
}
