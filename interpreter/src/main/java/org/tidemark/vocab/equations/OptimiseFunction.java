package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.optimum.Constraint;
import org.tidemark.solve.optimum.NoOptimum;
import org.tidemark.solve.optimum.Optimiser;
import org.tidemark.solve.optimum.Optimum;
import org.tidemark.solve.optimum.Programme;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code minimise} and {@code maximise}: the best unknowns of a box under conditions. */
final class OptimiseFunction extends BuiltIn {
  private static final String OBJECTIVE = "objective";
  private static final String SUBJECT = "subject";
  private static final String METHOD = "method";
  private static final Set<String> OPERATORS = Set.of("==", "<=", ">=", "<", ">");

  private OptimiseFunction(String name) {
    super(name);
  }

  static void register(Registry registry) {
    register(registry, new OptimiseFunction("minimise"), "smallest", "(x - 1)^2");
    register(registry, new OptimiseFunction("maximise"), "largest", "x * (2 - x)");
  }

  private static void register(
      Registry registry, OptimiseFunction function, String which, String example) {
    registry.function(
        function
            .spec(
                "The unknowns, each in its box, that make an objective "
                    + which
                    + " under conditions. An unknown may be a list of boxes, and conditions may"
                    + " be made one by one, [q[i] >= need[i] for i in 0..2].\n\nLinear programmes and convex quadratic"
                    + " ones are recognised and solved as such; one unknown is followed over its"
                    + " whole box; everything else is searched from many starts along slopes, and"
                    + " without slopes where there are none. Besides the unknowns, the result has"
                    + " `value`, the objective; `residual`, how far the conditions of an optimum are"
                    + " from being met; `shadow_prices`, by how much the objective changes per unit"
                    + " that the right side of each condition is raised; `others`, further points that"
                    + " are as good; `proven`, whether the form shows that nothing is better;"
                    + " `method` and `search`.")
            .unknowns(UnknownBox.UNKNOWNS, true, "the unknowns and their boxes, { q: 0..50 GW }")
            .bound(OBJECTIVE, UnknownBox.UNKNOWNS, Accept.QUANTITY, true, "what is to be " + which)
            .bound(
                SUBJECT,
                UnknownBox.UNKNOWNS,
                Comparisons.TAKEN,
                false,
                "the conditions, [sum(q) >= need] or one for each of a list")
            .optional(
                METHOD,
                Accept.TEXT,
                "as the form tells",
                "a search that a plugin adds, by its name; its point is put back and searched"
                    + " around")
            .example(function.name + "({ x: 0..3 }, " + example + ").x")
            .body(function));
  }

  @Override
  public Type of(CallCheck call) {
    call.constantText(METHOD)
        .filter(method -> call.extensions().optimumMethod(method).isEmpty())
        .map(method -> AddedSearch.unknown(method, call.extensions()))
        .ifPresent(
            problem ->
                call.problem(
                    METHOD,
                    problem.code(),
                    problem.getMessage(),
                    problem.help().toArray(new String[0])));
    Type point = new RecordType(call.unknowns(UnknownBox.UNKNOWNS));
    Type value = Types.quantity(call.type(OBJECTIVE)).<Type>map(q -> q).orElse(BasicType.UNKNOWN);
    Map<String, Type> besides = new LinkedHashMap<>();
    besides.put("value", value);
    besides.put("residual", QuantityType.PURE);
    besides.put("shadow_prices", new ListType(BasicType.UNKNOWN));
    besides.put("others", new ListType(point));
    besides.put("proven", BasicType.BOOL);
    besides.put("method", BasicType.TEXT);
    besides.put("search", BasicType.TEXT);
    return new RecordType(UnknownBox.fields(call, besides));
  }

  @Override
  public Value of(CallValues call) {
    UnknownBox box = UnknownBox.open(((RecordValue) call.value(UnknownBox.UNKNOWNS)).fields());
    List<Lazy> expressions = new ArrayList<>(List.of(call.lazy(OBJECTIVE)));
    Comparisons conditions = null;
    if (call.has(SUBJECT)) {
      conditions = Comparisons.of(call.lazy(SUBJECT), OPERATORS, SUBJECT, "[q >= need]");
      expressions.addAll(conditions.leftThenRight());
    }
    Asked asked = new Asked(expressions, box, call.surroundings());
    asked.look();
    List<Condition> all = conditions == null ? List.of() : conditions(conditions, asked);
    BestSoFar best = new BestSoFar(largest(), all.stream().map(Condition::sides).toList());
    Programme programme =
        new Programme(
            box.box(),
            x -> {
              double[] numbers = asked.numbers(x);
              best.consider(x, numbers);
              return numbers[0];
            },
            all.stream().map(condition -> condition.constraint(asked)).toList(),
            call.surroundings()::checkpoint);
    String what =
        (largest() ? "maximising " : "minimising ")
            .concat(Comparisons.oneLine(call.lazy(OBJECTIVE).text()));
    try (Progress progress = call.surroundings().keepable(what, 0, "points")) {
      asked.tell(progress);
      try {
        Optimum optimum = best(call, programme);
        progress.kept(best.asked());
        return result(optimum, all, box, asked);
      } catch (NoValue stopped) {
        if (!stopped.isStopped() || !progress.isToFinish() || best.point().isEmpty()) {
          throw stopped;
        }
        Partial partial = progress.kept(best.asked()).orElseThrow(() -> stopped);
        return soFar(best.point().get(), partial, all, box, asked);
      }
    } catch (NoOptimum refused) {
      throw refusal(refused, box, asked);
    }
  }

  private Optimum best(CallValues call, Programme programme) {
    if (call.has(METHOD)) {
      return AddedSearch.of(call.text(METHOD), call.surroundings().extensions())
          .best(programme, largest());
    }
    return largest() ? Optimiser.maximise(programme) : Optimiser.minimise(programme);
  }

  private boolean largest() {
    return name.equals("maximise");
  }

  /**
   * One number of a condition.
   *
   * @param name as messages call it
   * @param relation what must hold
   * @param left where its left side is among the numbers
   * @param right where its right side is
   * @param unit of its sides
   */
  private record Condition(
      String name, Constraint.Relation relation, int left, int right, UnitExpression unit) {
    BestSoFar.Sides sides() {
      return new BestSoFar.Sides(relation, left, right);
    }

    Constraint constraint(Asked asked) {
      return new Constraint(
          name,
          relation,
          x -> {
            double[] numbers = asked.numbers(x);
            return new double[] {numbers[left], numbers[right]};
          });
    }
  }

  private static List<Condition> conditions(Comparisons written, Asked asked) {
    List<Condition> all = new ArrayList<>();
    int n = written.size();
    int[] from = new int[2 * n + 2];
    from[1] = 1;
    for (int i = 1; i <= 2 * n; i++) {
      from[i + 1] = from[i] + asked.size(i);
    }
    for (int i = 0; i < n; i++) {
      int left = asked.size(i + 1);
      int right = asked.size(n + i + 1);
      if (left != right && left != 1 && right != 1) {
        throw Problem.of(
                "E0533",
                "one side of " + written.text(i) + " has " + left + " numbers, the other " + right)
            .withHelp("give both sides as many elements, or one of them a single one")
            .about(SUBJECT);
      }
      int size = Math.max(left, right);
      for (int k = 0; k < size; k++) {
        all.add(
            new Condition(
                written.text(i) + (size == 1 ? "" : " [" + k + "]"),
                relation(written.sides(i).operator()),
                from[i + 1] + (left == 1 ? 0 : k),
                from[n + i + 1] + (right == 1 ? 0 : k),
                asked.unit(n + i + 1).isNone() ? asked.unit(i + 1) : asked.unit(n + i + 1)));
      }
    }
    return all;
  }

  private static Constraint.Relation relation(String operator) {
    return switch (operator) {
      case "==" -> Constraint.Relation.EQUAL;
      case "<=", "<" -> Constraint.Relation.AT_MOST;
      default -> Constraint.Relation.AT_LEAST;
    };
  }

  /** What is known of the best point of a search that was ended early. */
  private static Value soFar(
      double[] point, Partial partial, List<Condition> conditions, UnknownBox box, Asked asked) {
    Map<String, Value> fields = new LinkedHashMap<>(box.fields(point));
    Quantity value = new Quantity(asked.numbers(point)[0], asked.unit(0));
    fields.put("value", new QuantityValue(value));
    fields.put("residual", SpecialValue.MISSING);
    fields.put(
        "shadow_prices",
        new ListValue(Collections.nCopies(conditions.size(), SpecialValue.MISSING)));
    fields.put("others", new ListValue(List.of()));
    fields.put("proven", BoolValue.FALSE);
    fields.put("method", new TextValue("the best point that was met"));
    fields.put("search", new TextValue(partial.words().concat("; a better point may exist")));
    return new RecordValue(fields);
  }

  private static Value result(
      Optimum optimum, List<Condition> conditions, UnknownBox box, Asked asked) {
    Map<String, Value> fields = new LinkedHashMap<>(box.fields(optimum.values()));
    double[] tangents = asked.tangents(optimum.values());
    double moves = tangents[0];
    List<Value> prices = new ArrayList<>();
    for (Condition condition : conditions) {
      double price = optimum.shadowPrices().get(condition.name());
      // the envelope theorem: the objective moves as the Lagrangian does
      moves -= price * (tangents[condition.left()] - tangents[condition.right()]);
      prices.add(
          new QuantityValue(
              new Quantity(price, UnitExpression.ofQuotient(asked.unit(0), condition.unit()))));
    }
    fields.put("value", new QuantityValue(new Quantity(optimum.objective(), asked.unit(0), moves)));
    fields.put("residual", QuantityValue.pure(Math.max(optimum.residual(), optimum.violation())));
    fields.put("shadow_prices", new ListValue(prices));
    fields.put("others", box.records(optimum.others()));
    fields.put("proven", optimum.proven() ? BoolValue.TRUE : BoolValue.FALSE);
    fields.put("method", new TextValue(optimum.method()));
    fields.put("search", new TextValue(optimum.search()));
    return new RecordValue(fields);
  }

  private static Problem refusal(NoOptimum refused, UnknownBox box, Asked asked) {
    double[] nearest = refused.nearest();
    return switch (refused.kind()) {
      case INFEASIBLE ->
          Problem.noSolution(
                  "E0623",
                  refused.reason() + (nearest.length == 0 ? "" : ", at " + box.words(nearest)))
              .withHelp(refused.cure())
              .about(SUBJECT);
      case UNDEFINED -> asked.nowhere(box.box().size());
      case UNBOUNDED_BOX ->
          Problem.of("E0531", refused.reason()).withHelp(refused.cure()).about(UnknownBox.UNKNOWNS);
      default ->
          Problem.noSolution("E0624", refused.reason())
              .withHelp(refused.cure())
              .about(UnknownBox.UNKNOWNS);
    };
  }
}
