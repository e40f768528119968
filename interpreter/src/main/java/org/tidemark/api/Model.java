package org.tidemark.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.model.LiveModel;
import org.tidemark.model.Outcome;
import org.tidemark.model.Question;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/**
 * A script, or a model in it, to look around in: each definition is worked out when it is asked
 * for, and kept. Amended copies share what is kept with the model that they were made of where they
 * do not differ.
 *
 * <p>Safe for several threads, one at a time: all models that come from one {@link Program#model()}
 * take turns. Values that it hands out may have work left to do, which {@link #member}, {@link
 * #call} and {@link #element} do in turn as well.
 */
public final class Model {
  private final Live live;

  /** What the amendments amend. */
  private final String base;

  /** The amendments by their paths, in order. */
  private final Map<String, String> amendments;

  private final String expression;
  private final ModelValue value;

  /** What the models of one evaluation share; also what they take turns by. */
  private record Live(Program program, LiveModel evaluation) {}

  private Model(Live live, String expression, ModelValue value) {
    this(live, expression, Map.of(), expression, value);
  }

  private Model(
      Live live, String base, Map<String, String> amendments, String expression, ModelValue value) {
    this.live = live;
    this.base = base;
    this.amendments = amendments;
    this.expression = expression;
    this.value = value;
  }

  static Model of(Program program, LiveModel evaluation) {
    return new Model(new Live(program, evaluation), "this", evaluation.main());
  }

  /** The names of its definitions, in the order of the text. */
  public List<String> names() {
    return inTurn(value::names);
  }

  /**
   * The value of a definition.
   *
   * @param name one of {@link #names()}, or a longer question, {@code "nash.time"}
   * @throws TideException where there is none, or it cannot be worked out
   */
  public Value get(String name) {
    Objects.requireNonNull(name, "name");
    Optional<Value> own = inTurn(() -> value.member(name));
    return own.orElseGet(
        () -> ask(expression.equals("this") ? name : "(" + expression + ")." + name));
  }

  /**
   * The answer to a question that sees the names of the script, whatever model this is.
   *
   * @throws TideException where there is none
   */
  public Value ask(String question) {
    Question asked = live.program().asked(question);
    return inTurn(() -> live.evaluation().ask(asked).value());
  }

  /**
   * A model in it.
   *
   * @param path of names joined by dots
   * @throws TideException where there is none
   */
  public Model nested(String path) {
    Objects.requireNonNull(path, "path");
    if (get(path) instanceof ModelValue model) {
      return new Model(live, expression.equals("this") ? path : expression + "." + path, model);
    }
    throw TideException.of(
        "E0910", path + " is no model", "ask for its value: get(\"" + path + "\")");
  }

  /**
   * An amended copy. Right-hand sides see the script as it is written.
   *
   * @param settings by path, {@code "hyperscaler.cost"}: a number, which takes the unit of the
   *     definition's annotation, or a text with its value in Tide, {@code "3 %/year"}
   * @throws TideException where something is wrong with them
   */
  public Model with(Map<String, ?> settings) {
    Objects.requireNonNull(settings, "settings");
    if (settings.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(amendments);
    settings.forEach(
        (path, setting) -> {
          String text = text(path, setting);
          // the later one replaces the earlier, and what the earlier ones set inside of it
          all.keySet().removeIf(earlier -> earlier.equals(path) || earlier.startsWith(path + "."));
          all.put(path, text);
        });
    List<String> overrides = new ArrayList<>();
    all.forEach((path, text) -> overrides.add(path + " = " + text));
    // a text may end in a comment, which the line ends
    String amended = "(" + base + " with { " + String.join("\n, ", overrides) + "\n })";
    return new Model(live, base, all, amended, (ModelValue) ask(amended));
  }

  private static String text(String path, Object setting) {
    if (!Program.isPath(path)) {
      throw TideException.of(
          "E0912", "\"" + path + "\" is no path", "write names joined by dots: hyperscaler.cost");
    }
    String text = Settings.text(path, setting);
    SourceText source = new SourceText("with " + path, text);
    List<Diagnostic> wrong =
        TideParser.parseExpression(source).diagnostics().stream()
            .filter(Diagnostic::isError)
            .toList();
    if (!wrong.isEmpty()) {
      throw new TideException(wrong);
    }
    return text;
  }

  /** It as a value. */
  public ModelValue value() {
    return value;
  }

  /** It as a value with its type. */
  public TypedValue typed() {
    return new TypedValue(value, live.program().asked(expression).type());
  }

  /**
   * The answer to a question with its type, see {@link #ask}.
   *
   * @throws TideException where there is none
   */
  public TypedValue typed(String question) {
    Question asked = live.program().asked(question);
    return inTurn(() -> new TypedValue(live.evaluation().ask(asked).value(), asked.type()));
  }

  /**
   * Does what the script says, once: shows, plots, exports, asserts, tests, claims and predictions.
   * What that works out is kept for what is asked later.
   *
   * @throws TideException where it was stopped
   */
  public Outcome run() {
    return inTurn(() -> live.evaluation().run());
  }

  // ---- values that it handed out

  /**
   * What a function gives for values, checked as if it stood in the script: {@code derive("(m, x)
   * => m.growth + x", model.typed(), x)}.
   *
   * @param function a function as scripts write it, or what can be called like one, such as a
   *     curve; it sees the names of the script
   * @param arguments values that models of this script handed out, or plain ones
   * @throws TideException where it does not take them, or gives nothing
   */
  public TypedValue derive(String function, TypedValue... arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    Question asked = live.program().asked(function);
    List<Type> types = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (TypedValue argument : arguments) {
      types.add(argument.type());
      values.add(argument.value());
    }
    Type type = live.program().applied(asked, types);
    Value called = inTurn(() -> live.evaluation().ask(asked).value());
    return new TypedValue(call(called, values), type);
  }

  /**
   * A unit that the script knows.
   *
   * @param text as a script would write it, {@code "USD/GB"}
   * @throws TideException where it is none
   */
  public UnitExpression unit(String text) {
    Objects.requireNonNull(text, "text");
    return live.program().unit(text);
  }

  /** A quantity with the units that the script knows. */
  public QuantityAnswer answer(Quantity quantity) {
    Objects.requireNonNull(quantity, "quantity");
    return live.program().answer(quantity);
  }

  /**
   * A member of a model, a record or an object such as a solution.
   *
   * @return absent where it has none of that name
   * @throws TideException where the member has no value
   */
  public Optional<Value> member(Value of, String name) {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(name, "name");
    return inTurn(
        () -> {
          if (of instanceof ModelValue model) {
            return model.member(name);
          }
          if (of instanceof RecordValue record) {
            return Optional.ofNullable(record.fields().get(name));
          }
          return of instanceof ObjectValue object
              ? Optional.ofNullable(object.member(name))
              : Optional.empty();
        });
  }

  /**
   * What a function, or an object that can be called such as a curve, gives.
   *
   * @throws TideException where it gives nothing, cannot be called with so many arguments, or says
   *     what its parameters measure and an argument measures something else
   */
  public Value call(Value function, List<? extends Value> arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    if (function instanceof FunctionValue called
        && called.required() <= arguments.size()
        && (called.arity() < 0 || called.arity() >= arguments.size())) {
      return inTurn(
          () -> {
            ArgumentCheck.require(called, arguments);
            return called.call(List.copyOf(arguments));
          });
    }
    if (function instanceof ObjectValue called && arguments.size() == 1) {
      return inTurn(
          () -> {
            ArgumentCheck.require(called, arguments.get(0));
            return called.call(arguments.get(0));
          });
    }
    throw TideException.of(
        "E0913",
        function.describe() + " cannot be called with " + arguments.size() + " arguments",
        takes(function));
  }

  private static String takes(Value function) {
    if (function instanceof FunctionValue called) {
      int least = called.required();
      int most = called.arity();
      return "it takes "
          + (most < 0 ? "at least " + least : most > least ? least + " to " + most : least);
    }
    return function instanceof ObjectValue
        ? "what can be called of objects, such as a curve, takes 1"
        : "only functions and curves can be called";
  }

  /**
   * Draws of an uncertain quantity, as {@code sample} makes them for an input.
   *
   * @param name of the input
   * @param count at least 0
   * @throws TideException where it is certain, they are more than the limits allow, or it was
   *     stopped
   */
  public List<Value> draws(QuantityValue uncertain, String name, int count, long seed) {
    Objects.requireNonNull(name, "name");
    if (uncertain.distribution().isEmpty()) {
      throw TideException.of(
          "E0910", uncertain.quantity().text() + " is certain", "draw what is uncertain: 10 to 20");
    }
    if (count < 0) {
      throw TideException.of("E0912", count + " draws are too few", "ask for 0 or more");
    }
    return inTurn(() -> live.evaluation().draws(uncertain, name, count, seed));
  }

  /**
   * An element of a list.
   *
   * @param index from 0 on
   * @throws TideException where there is none
   */
  public Value element(Value list, int index) {
    Objects.requireNonNull(list, "list");
    if (list instanceof ListValue values && index >= 0 && index < values.elements().size()) {
      return values.elements().get(index);
    }
    throw TideException.of(
        "E0910",
        list.describe() + " has no element " + index,
        "elements of a list are numbered from 0 on");
  }

  private <T> T inTurn(Supplier<T> work) {
    synchronized (live) {
      try {
        return live.evaluation().within(work);
      } catch (EvaluationFailure failure) {
        throw TideException.of(failure);
      } catch (Problem problem) {
        throw TideException.of(problem);
      }
    }
  }
}
