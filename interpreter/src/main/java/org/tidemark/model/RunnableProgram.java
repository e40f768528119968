package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tidemark.check.Amendments;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.OverrideCheck;
import org.tidemark.check.Structure;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/** A checked program with overrides from outside. Immutable and safe for several threads. */
public final class RunnableProgram {
  private final CheckedProgram program;
  private final Lowering lowering;
  private final LimitValues limits;
  private final List<Overriding> overrides;
  private final List<Diagnostic> diagnostics;

  private RunnableProgram(
      CheckedProgram program,
      Lowering lowering,
      LimitValues limits,
      List<Overriding> overrides,
      List<Diagnostic> diagnostics) {
    this.limits = limits;
    this.program = program;
    this.lowering = lowering;
    this.overrides = List.copyOf(overrides);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A checked program as it is written. */
  public static RunnableProgram of(CheckedProgram program) {
    return of(program, LimitValues.NONE);
  }

  /**
   * A checked program as it is written, which may not be trusted.
   *
   * @param limits what each run of it may cost
   */
  public static RunnableProgram of(CheckedProgram program, LimitValues limits) {
    return new RunnableProgram(
        program, new Lowering(program, limits), limits, List.of(), program.diagnostics());
  }

  /** What each run of it may cost. */
  public LimitValues limits() {
    return limits;
  }

  /** The checked program. */
  public CheckedProgram program() {
    return program;
  }

  /** What was found wrong, with the overrides as well. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether it can be run. */
  public boolean isSound() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /**
   * The program with one more override. What is wrong with it is among the result's diagnostics.
   *
   * @param path a dotted name, {@code hyperscaler.cost}
   * @param expression its value in Tide, which sees the script as it is written
   */
  public RunnableProgram with(String path, String expression) {
    String shown = "--set " + path;
    SourceText source = new SourceText(shown, expression);
    List<Diagnostic> found = new ArrayList<>(diagnostics);
    List<Overriding> more = new ArrayList<>(overrides);
    try {
      add(path, source, found, more);
    } catch (LimitReached reached) {
      found.add(reached.diagnostic());
    }
    return new RunnableProgram(program, lowering, limits, more, found);
  }

  private void add(String path, SourceText source, List<Diagnostic> found, List<Overriding> more) {
    Allowance allowance = Budget.forCompiling(limits);
    allowance.require(Limit.SOURCE, source.text().length());
    ExpressionResult parsed = TideParser.parseExpression(source, allowance);
    found.addAll(parsed.diagnostics());
    Optional<Expression> value = parsed.expression();
    if (value.isPresent()) {
      List<Identifier> names = new ArrayList<>();
      for (String name : path.split("\\.", -1)) {
        names.add(new Identifier(name, value.get().span()));
      }
      Override override = new Override(names, value.get(), new Span(0, source.text().length()));
      found.addAll(Amendments.check(program, override, source, allowance));
      more.add(new Overriding(source, override));
    }
  }

  /** The same program, telling somebody of each step that it takes. */
  public RunnableProgram traced(Tracer tracer) {
    return new RunnableProgram(
        program, new Lowering(program, limits, tracer), limits, overrides, diagnostics);
  }

  /**
   * A question about it: an expression that sees the names of the script, such as {@code
   * nash.time}. What is wrong with it is among its diagnostics.
   */
  public Question question(String text) {
    return Question.of(program, lowering, text);
  }

  /** The type of what the answer to a question gives for values of some types, checked. */
  public OverrideCheck.Asked applied(Question called, List<Type> arguments) {
    try {
      return program
          .overrideCheck()
          .applied(
              called.type(), arguments, called.location().source(), Budget.forCompiling(limits));
    } catch (LimitReached reached) {
      return new OverrideCheck.Asked(BasicType.UNKNOWN, List.of(reached.diagnostic()));
    }
  }

  /**
   * A definition that is to be set to numbers; empty where the unit is no plain unit here.
   *
   * @param unit of the numbers, empty for bare ones
   */
  public Optional<SetNumber> setNumber(String path, String unit) {
    return SetNumber.of(program, lowering, path, unit);
  }

  /**
   * Whether questions may be prepared: the short way takes no steps that somebody could be told of,
   * and counts none against limits.
   */
  public boolean mayPrepare() {
    return lowering.tracer() == null && limits.isNone();
  }

  /** A question that is to be asked often, of this program with numbers set in it. */
  public PreparedQuestion prepare(List<SetNumber> sets, Question question) {
    return PreparedQuestion.of(this, sets, question);
  }

  Lowering lowering() {
    return lowering;
  }

  List<Overriding> overrides() {
    return overrides;
  }

  /** An evaluation of it that works out what it is asked for, and nothing else. */
  public LiveModel live(Watch watch) {
    Evaluation evaluation = new Evaluation(program, lowering, watch);
    return new LiveModel(
        evaluation, new ScriptRun(program, lowering, overrides, evaluation, watch));
  }

  /** Runs it with nobody watching. */
  public Outcome run() {
    return run(Watch.none());
  }

  /** Runs it: shows, asserts and tests in the order of the text, then claims and predictions. */
  public Outcome run(Watch watch) {
    return new ScriptRun(program, lowering, overrides, watch).run(true);
  }

  /** Works out its claims and predictions, and nothing that they do not need. */
  public Outcome judge(Watch watch) {
    return new ScriptRun(program, lowering, overrides, watch).judge();
  }

  /** Its definitions with their values, in the order of the text. */
  public List<Defined> definitions(Watch watch) {
    return new ScriptRun(program, lowering, overrides, watch).definitions();
  }

  /**
   * Runs it so that another program can go on from there.
   *
   * @param earlier what it goes on from itself; null for nothing
   * @param given the values of some definitions, whatever their text says
   * @param watch for this run alone
   */
  public Run start(Run earlier, Map<String, Result> given, Watch watch) {
    return Run.of(program, lowering, overrides, given, earlier, watch);
  }

  /**
   * Works out its predictions.
   *
   * @param ofImports whether those of the modules that it imports are meant, not its own
   */
  public PredictionRun predictions(boolean ofImports, Watch watch) {
    return new PredictionRun(program, lowering, ofImports, watch);
  }

  /** The types of what it shows, in the order of the text. */
  public List<Type> shownTypes() {
    List<Type> types = new ArrayList<>();
    for (Statement action : program.main().actions()) {
      if (action instanceof ShowStatement show) {
        show.items().forEach(item -> types.add(type(item.value())));
      } else if (action instanceof ExpressionStatement statement) {
        types.add(type(statement.expression()));
      }
    }
    return types;
  }

  private Type type(Expression expression) {
    return program.overrideCheck().type(program.main(), expression);
  }

  /**
   * Runs the examples that were checked with it.
   *
   * @param wanted whether to run one
   * @return what is wrong with each in turn; absent where nothing is, or where it was not wanted
   */
  public List<Optional<Diagnostic>> examples(Predicate<Structure> wanted, Watch watch) {
    ScriptRun run = new ScriptRun(program, lowering, overrides, watch);
    List<Optional<Diagnostic>> wrong = new ArrayList<>();
    for (Structure example : program.examples()) {
      wrong.add(wanted.test(example) ? run.example(example) : Optional.empty());
    }
    return wrong;
  }

  /** Runs its asserts, tests, claims and predictions only. */
  public Outcome test(Watch watch) {
    return new ScriptRun(program, lowering, overrides, watch).run(false);
  }
}
