package org.tidemark.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tidemark.check.OverrideCheck;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Defined;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.model.LiveModel;
import org.tidemark.model.Outcome;
import org.tidemark.model.PredictionRun;
import org.tidemark.model.PreparedQuestion;
import org.tidemark.model.Question;
import org.tidemark.model.Result;
import org.tidemark.model.Run;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.StepFrame;
import org.tidemark.model.Steps;
import org.tidemark.model.Tracer;
import org.tidemark.model.Watch;
import org.tidemark.model.WrittenNumber;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * A compiled script. Immutable and safe for use by several threads; each run evaluates afresh,
 * those aside that go on from another.
 */
public final class Program {
  private static final double[] NOTHING = {};

  private final Shape shape;
  private final double[] numbers;
  private final DocExamples examples;
  private final Map<String, Result> given;
  private final boolean ofImports;
  private final Units units;

  /** The numbers as overrides in the ordinary way, made when somebody asks for them. */
  private RunnableProgram ordinary;

  Program(
      RunnableProgram runnable,
      DocExamples examples,
      Map<String, Result> given,
      boolean ofImports,
      boolean prepares) {
    this(
        Shape.of(runnable, prepares),
        NOTHING,
        examples,
        given,
        ofImports,
        new Units(runnable.program()));
  }

  private Program(
      Shape shape,
      double[] numbers,
      DocExamples examples,
      Map<String, Result> given,
      boolean ofImports,
      Units units) {
    this.shape = shape;
    this.numbers = numbers;
    this.examples = examples;
    this.given = given;
    this.ofImports = ofImports;
    this.units = units;
  }

  /** It with all that is set as overrides. */
  private RunnableProgram runnable() {
    if (numbers.length == 0) {
      return shape.program();
    }
    RunnableProgram known = ordinary;
    if (known == null) {
      known = shape.withOverrides(numbers);
      ordinary = known;
    }
    return known;
  }

  /** Whether it can be run. */
  public boolean isSound() {
    return runnable().isSound();
  }

  /** What was found, warnings included, in the order of the text. */
  public List<Diagnostic> diagnostics() {
    return runnable().diagnostics();
  }

  /**
   * The program with something set from outside, as {@code --set} does it. What is wrong with it is
   * among the result's {@link #diagnostics()}.
   *
   * @param path a dotted name, {@code r} or {@code hyperscaler.cost}
   * @param expression its value in Tide, {@code 3 %/year}; it sees the script as it is written
   */
  public Program with(String path, String expression) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(expression, "expression");
    return new Program(
        shape.of(runnable().with(path, expression)), NOTHING, examples, given, ofImports, units);
  }

  /**
   * The same program, telling somebody of each step that it takes. Its values are the same; it
   * takes longer, since nothing is compiled and one thread does all the work.
   *
   * @param tracer called by each thread that asks for something
   */
  public Program traced(Tracer tracer) {
    Objects.requireNonNull(tracer, "tracer");
    return new Program(
        Shape.of(runnable().traced(tracer), false), NOTHING, examples, given, ofImports, units);
  }

  /** All steps that its text has, and that of the modules which it imports. */
  public List<StepFrame> steps() {
    return Steps.of(runnable().program());
  }

  /**
   * The program with a quantity set from outside: {@code with("r", 3, "%/year")} is {@code
   * with("r", "3 %/year")}.
   *
   * @param path a dotted name
   * @param magnitude a finite number
   * @param unit as a script would write it; {@code "1"} for a pure number
   * @throws TideException where the number is not finite, or the unit is written like no unit
   */
  public Program with(String path, double magnitude, String unit) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(unit, "unit");
    Settings.requireFinite(path, magnitude);
    Settings.requireUnit(path, unit);
    Shape wider = shape.with(path, unit);
    if (wider == null) {
      return with(path, WrittenNumber.of(magnitude, unit));
    }
    double[] more = Arrays.copyOf(numbers, numbers.length + 1);
    more[numbers.length] = magnitude;
    return new Program(wider, more, examples, given, ofImports, units);
  }

  /**
   * The program with a bare number set from outside. As in the language it takes the unit of the
   * definition's annotation, and is a pure number where there is none.
   *
   * @param path a dotted name
   * @param number finite
   * @throws TideException where the number is not finite
   */
  public Program with(String path, double number) {
    return with(path, number, "");
  }

  /**
   * The program with several things set from outside.
   *
   * @param settings by path: a number, as {@link #with(String, double)} takes it, or a text with a
   *     value in Tide, as {@link #with(String, String)} does
   * @throws TideException where one is neither
   */
  public Program with(Map<String, ?> settings) {
    Objects.requireNonNull(settings, "settings");
    Program amended = this;
    for (Map.Entry<String, ?> setting : settings.entrySet()) {
      amended = amended.with(setting.getKey(), Settings.text(setting.getKey(), setting.getValue()));
    }
    return amended;
  }

  // ---- questions

  /**
   * Asks for a quantity, and works out what that needs.
   *
   * <pre>{@code
   * Program program = Tide.builder().build().compile("param r = 5 %/year\ngrowth = 2 * r");
   * assert program.with("r", 3, "%/year").quantity("growth").in("%/year") == 6;
   * }</pre>
   *
   * @param question a path, {@code "nash.time"} or {@code "firms[0].cost"}, or any other expression
   *     that sees the names of the script
   * @throws TideException where the program is not sound, where there is no such name, where the
   *     answer is no quantity, or where it cannot be worked out
   */
  public QuantityAnswer quantity(String question) {
    Value known = prepared(question);
    if (known instanceof QuantityValue quantity) {
      return new QuantityAnswer(quantity.quantity(), units);
    }
    Question asked = asked(question);
    Optional<Quantity> quantity = live(live -> live.quantity(asked), Watch.none());
    return new QuantityAnswer(
        quantity.orElseThrow(
            () ->
                TideException.of(
                    "E0910",
                    question + " is no quantity: " + asked.type().describe(),
                    "ask for its value: value(\"" + question + "\")")),
        units);
  }

  /** The answer to a question that has been asked before; null where the ordinary way tells. */
  private Value prepared(String question) {
    Objects.requireNonNull(question, "question");
    Shape.Entry entry = shape.question(question);
    PreparedQuestion prepared = entry == null ? null : shape.prepared(entry);
    if (prepared == null) {
      return null;
    }
    return told(() -> prepared.ask(numbers));
  }

  /** A quantity that one of its values holds, as an answer that can be asked for other units. */
  public QuantityAnswer answer(Quantity quantity) {
    Objects.requireNonNull(quantity, "quantity");
    return new QuantityAnswer(quantity, units);
  }

  /**
   * Asks for a value of any sort, and works out what that needs. A value that is an object, such as
   * a solution, may have work left to do; then it belongs to one thread at a time.
   *
   * @param question as {@link #quantity} takes it
   * @throws TideException where the program is not sound, where there is no such name, or where it
   *     cannot be worked out
   */
  public Value value(String question) {
    Value known = prepared(question);
    if (known != null) {
      return known;
    }
    Question asked = asked(question);
    return live(live -> live.ask(asked).value(), Watch.none());
  }

  /**
   * Asks for a value while somebody watches, who may end it. Nothing is taken from earlier answers.
   *
   * @param watch for this question alone
   * @throws TideException as {@link #value(String)} does; one that {@link TideException#isStopped}
   *     where it was ended
   */
  public Value value(String question, Watch watch) {
    Objects.requireNonNull(watch, "watch");
    Question asked = asked(question);
    return live(live -> live.ask(asked).value(), watch);
  }

  /**
   * Asks for a list of numbers.
   *
   * @param unit in which they are given; {@code "year"} gives dates as decimal years
   * @return infinity for never, not a number for a missing cell
   * @throws TideException where the answer is something else
   */
  public double[] numbers(String question, String unit) {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(unit, "unit");
    if (value(question) instanceof ListValue list) {
      return list.elements().stream()
          .mapToDouble(element -> PlainValues.number(element, unit, units))
          .toArray();
    }
    throw unlike(question, "list", "ask for one number: quantity(\"" + question + "\")");
  }

  /**
   * Asks for a date, to the day.
   *
   * @return empty where it is never
   * @throws TideException where the answer is something else
   */
  public Optional<LocalDate> date(String question) {
    return PlainValues.date(value(question));
  }

  /**
   * Asks for a date as a decimal year, which holds it exactly.
   *
   * @return infinity where it is never
   * @throws TideException where the answer is something else
   */
  public double year(String question) {
    return PlainValues.number(value(question), "year", units);
  }

  /**
   * Asks whether something holds.
   *
   * @throws TideException where the answer is neither true nor false
   */
  public boolean truth(String question) {
    if (value(question) instanceof BoolValue bool) {
      return bool.holds();
    }
    throw unlike(question, "truth value", "compare it with something");
  }

  /**
   * Asks for a value of any sort as a line of text, as a script shows it.
   *
   * @throws TideException where there is none
   */
  public String text(String question) {
    try {
      return ValueText.of(value(question));
    } catch (Problem problem) {
      throw TideException.of(problem);
    }
  }

  /**
   * Asks for a table, or for what can be shown as one, such as a path in time.
   *
   * @throws TideException where the answer is something else
   */
  public Table table(String question) {
    return table(question, Watch.none());
  }

  /** The same while somebody watches, who may end it. */
  public Table table(String question, Watch watch) {
    Value value = value(question, watch);
    try {
      if (value instanceof Tabular tabular) {
        value = tabular.rows(Optional.empty());
      }
    } catch (EvaluationFailure failure) {
      throw TideException.of(failure);
    } catch (Problem problem) {
      throw TideException.of(problem);
    }
    if (value instanceof TableValue table) {
      return new Table(table, units);
    }
    throw unlike(question, "table", "make one: " + question + " |> table()");
  }

  /**
   * Asks for an answer at many draws, {@code "mc.T"} of {@code mc = sample({ T: … })}, or for an
   * uncertain input.
   *
   * @throws TideException where the answer is something else
   */
  public Draws draws(String question) {
    return draws(question, Watch.none());
  }

  /** The same while somebody watches, who may end it; a sample then holds what was drawn. */
  public Draws draws(String question, Watch watch) {
    return Draws.of(value(question, watch), units)
        .orElseThrow(
            () -> unlike(question, "sample", "sample it: sample({ x: " + question + " })"));
  }

  private TideException unlike(String question, String wanted, String help) {
    return TideException.of(
        "E0910", question + " is no " + wanted + ": " + asked(question).type().describe(), help);
  }

  /**
   * The script as a model to look around in, evaluated for it alone.
   *
   * @throws TideException where the program is not sound
   */
  public Model model() {
    return model(Watch.none());
  }

  /**
   * The same while somebody watches, who may end what is under way.
   *
   * @param watch for all that is asked of the model
   * @throws TideException where the program is not sound
   */
  public Model model(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireAskable();
    return Model.of(this, runnable().live(watch));
  }

  /** A unit by its text. */
  UnitExpression unit(String text) {
    return units.unit(text);
  }

  /**
   * What a function gives, checked.
   *
   * @throws TideException where it does not take values of these types
   */
  Type applied(Question function, List<Type> arguments) {
    OverrideCheck.Asked applied = runnable().applied(function, arguments);
    List<Diagnostic> wrong = applied.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!wrong.isEmpty()) {
      throw new TideException(wrong);
    }
    return applied.type();
  }

  /** A question that is sound. */
  Question asked(String question) {
    Objects.requireNonNull(question, "question");
    requireAskable();
    Shape.Entry known = shape.question(question);
    if (known != null) {
      return known.question();
    }
    Question asked = runnable().question(question);
    if (!asked.isSound()) {
      throw new TideException(asked.diagnostics().stream().filter(Diagnostic::isError).toList());
    }
    if (Arrays.stream(numbers).noneMatch(number -> number == 0)) {
      // the literal 0 fits where other numbers do not, so it says nothing of them
      shape.keep(question, asked);
    }
    return asked;
  }

  private <T> T live(Function<LiveModel, T> question, Watch watch) {
    return told(
        () -> {
          LiveModel live = runnable().live(watch);
          try {
            return question.apply(live);
          } finally {
            live.rest();
          }
        });
  }

  /** Some work, with what ends it told as all else that callers are told. */
  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (EvaluationFailure failure) {
      throw TideException.of(failure);
    }
  }

  private void requireAskable() {
    if (!isSound()) {
      throw new TideException(diagnostics().stream().filter(Diagnostic::isError).toList());
    }
  }

  // ---- runs

  /** Whether a text is of the form of what can be set: names joined by dots. */
  public static boolean isPath(String text) {
    Objects.requireNonNull(text, "text");
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          Character.isLetter(c) || c == '_' || !start && (Character.isDigit(c) || c == '.');
      if (!fits) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException where it is not sound
   */
  public Outcome run() {
    return run(Watch.none());
  }

  /**
   * Runs it while somebody watches, who may end it.
   *
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   * @throws TideException one that {@link TideException#isStopped} where it was asked to quit
   */
  public Outcome run(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireSound();
    return told(() -> runnable().run(watch));
  }

  /**
   * Works out its claims and predictions, and nothing that they do not need.
   *
   * @param watch may be that of a {@link org.tidemark.model.Batch}
   * @throws IllegalStateException where it is not sound
   * @throws TideException one that {@link TideException#isStopped} where it was asked to quit
   */
  public Outcome judge(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireSound();
    return told(() -> runnable().judge(watch));
  }

  /**
   * Its definitions with their values, in the order of the text.
   *
   * @param watch may be that of a {@link org.tidemark.model.Batch}
   * @throws IllegalStateException where it is not sound
   * @throws TideException one that {@link TideException#isStopped} where it was asked to end
   */
  public List<Defined> definitions(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireSound();
    return told(() -> runnable().definitions(watch));
  }

  /**
   * Runs it so that a later program can go on from there. Definitions of which neither the text nor
   * that of anything they may rest on differs from the earlier program keep their values, with all
   * that is known about them; so do files that were read. Asserts and claims of other definitions
   * than those that may have changed are left out.
   *
   * @param earlier the run to go on from; it must not be gone on from twice
   * @throws IllegalStateException where it is not sound
   */
  public Run start(Optional<Run> earlier) {
    return start(earlier, Watch.none());
  }

  /**
   * The same while somebody watches, who may end it; see {@link Run#stopped()}.
   *
   * @param earlier the run to go on from; it must not be gone on from twice
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   */
  public Run start(Optional<Run> earlier, Watch watch) {
    Objects.requireNonNull(earlier, "earlier");
    Objects.requireNonNull(watch, "watch");
    requireSound();
    return runnable().start(earlier.orElse(null), given, watch);
  }

  /** The type of an expression that the script shows, in order of the text. */
  public List<Type> shownTypes() {
    return runnable().shownTypes();
  }

  /** The units that it knows. */
  public UnitTable units() {
    return runnable().program().units();
  }

  /**
   * Runs its asserts, tests, claims, predictions and the examples in its documentation; shows
   * nothing.
   *
   * @throws IllegalStateException where it is not sound
   */
  public Outcome test() {
    return test(Watch.none());
  }

  /**
   * The same while somebody watches, who may end it.
   *
   * @param watch for this run alone
   * @throws IllegalStateException where it is not sound
   * @throws TideException one that {@link TideException#isStopped} where it was asked to quit
   */
  public Outcome test(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireSound();
    Outcome outcome = told(() -> runnable().test(watch));
    List<AssertOutcome> asserts = new ArrayList<>(outcome.asserts());
    asserts.addAll(told(() -> examples.run(runnable().program().main(), watch)));
    return new Outcome(
        outcome.shown(),
        asserts,
        outcome.claims(),
        outcome.predictions(),
        outcome.exports(),
        outcome.problems(),
        outcome.noSolution());
  }

  /**
   * Works out its predictions, for a ledger.
   *
   * @param watch for this alone
   * @throws IllegalStateException where it is not sound
   * @throws TideException one that {@link TideException#isStopped} where it was asked to end
   */
  public PredictionRun predictions(Watch watch) {
    Objects.requireNonNull(watch, "watch");
    requireSound();
    return told(() -> runnable().predictions(ofImports, watch));
  }

  private void requireSound() {
    if (!isSound()) {
      throw new IllegalStateException("the script has errors; see diagnostics()");
    }
  }

  /** The documentation of a definition of the script. */
  public Optional<Documentation> describe(String name) {
    Objects.requireNonNull(name, "name");
    return LibraryPages.ofMember(runnable().program().main(), name);
  }

  /** What an editor wants to know of it; also where it is not sound. */
  public Lookup lookup() {
    return new Lookup(runnable().program());
  }
}
