package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.quantity.NumberText;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.Differentiation;
import org.tidemark.solve.equation.EquationSolver;
import org.tidemark.solve.equation.Equations;
import org.tidemark.solve.equation.ImplicitDerivatives;
import org.tidemark.solve.equation.Solution;
import org.tidemark.solve.equation.Solutions;
import org.tidemark.solve.equation.UnsolvedEquations;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code solve}: equations in a box. */
final class SolveFunction extends BuiltIn {
  private static final String EQUATIONS = "equations";
  private static final String SOLUTIONS = "solutions";
  private static final int LISTED = 5;

  private SolveFunction() {
    super("solve");
  }

  static void register(Registry registry) {
    SolveFunction solve = new SolveFunction();
    registry.function(
        solve
            .spec(
                """
                The unknowns, each in its box, that make both sides of every equation equal. An
                unknown may be a list of boxes, and equal sides may be lists.

                One unknown is followed over its whole box, so that every root is found that is wider
                than the sampling; several are looked for from many starts. None, or several, is
                refused by name; with `solutions: "all"` there is a list of all that were found.
                Besides the unknowns, the result has `residual`, by how much the sides differ
                relative to their terms, `condition`, by how much a relative change of the terms comes
                back in the unknowns, `method` and `search`.\
                """)
            .unknowns(
                UnknownBox.UNKNOWNS, true, "the unknowns and their boxes, { p: 0..30 USD/GB }")
            .bound(
                EQUATIONS,
                UnknownBox.UNKNOWNS,
                Comparisons.TAKEN,
                true,
                "as many equations as unknowns, [supply(p) == demand(p)]")
            .optional(
                SOLUTIONS,
                Accept.oneOf(List.of("one", "all")),
                "\"one\"",
                "\"one\", or \"all\" for a list of solutions")
            .example("solve({ x: 0..3 }, [x^2 == 2]).x")
            .body(solve));
  }

  @Override
  public Type of(CallCheck call) {
    Map<String, Type> besides = new LinkedHashMap<>();
    besides.put("residual", QuantityType.PURE);
    besides.put("condition", QuantityType.PURE);
    if (all(call)) {
      return new ListType(new RecordType(UnknownBox.fields(call, besides)));
    }
    besides.put("method", BasicType.TEXT);
    besides.put("search", BasicType.TEXT);
    return new RecordType(UnknownBox.fields(call, besides));
  }

  private static boolean all(CallCheck call) {
    if (!call.has(SOLUTIONS)) {
      return false;
    }
    String word = call.constantText(SOLUTIONS).orElse("");
    if (!word.equals("all") && !word.equals("one")) {
      call.problem(
          SOLUTIONS,
          "E0503",
          "solutions is \"one\" or \"all\", written in place",
          "solutions: \"all\" gives a list of those that were found");
    }
    return word.equals("all");
  }

  @Override
  public Value of(CallValues call) {
    UnknownBox box = UnknownBox.bounded(((RecordValue) call.value(UnknownBox.UNKNOWNS)).fields());
    Comparisons comparisons =
        Comparisons.of(call.lazy(EQUATIONS), Set.of("=="), EQUATIONS, "[supply(p) == demand(p)]");
    Asked asked = new Asked(comparisons.leftThenRight(), box, call.surroundings());
    asked.look();
    Equations equations = new Equations(box.box(), names(comparisons, asked), asked::numbers);
    Solutions found;
    String what =
        "solving "
            .concat(
                comparisons.size() == 1 ? comparisons.text(0) : comparisons.size() + " equations");
    try (Progress progress = call.surroundings().progress(what, 0, "points")) {
      asked.tell(progress);
      found = EquationSolver.solve(equations);
    } catch (UnsolvedEquations refused) {
      throw refusal(refused, box);
    }
    if (call.has(SOLUTIONS) && call.text(SOLUTIONS).equals("all")) {
      if (found.all().isEmpty()) {
        throw none(found, box);
      }
      List<Value> all = new ArrayList<>();
      for (Solution solution : found.all()) {
        all.add(new RecordValue(result(solution, box, asked, equations)));
      }
      return new ListValue(all);
    }
    if (found.all().isEmpty()) {
      throw none(found, box);
    }
    if (found.all().size() > 1) {
      throw several(found, box);
    }
    Map<String, Value> fields = result(found.only(), box, asked, equations);
    fields.put("method", new TextValue(found.method()));
    fields.put("search", new TextValue(found.search()));
    return new RecordValue(fields);
  }

  private static List<String> names(Comparisons comparisons, Asked asked) {
    List<String> names = new ArrayList<>();
    int n = comparisons.size();
    for (int i = 0; i < n; i++) {
      int size = asked.size(i);
      if (size != asked.size(n + i)) {
        throw Problem.of(
                "E0533",
                "one side of "
                    + comparisons.text(i)
                    + " has "
                    + size
                    + " numbers, the other "
                    + asked.size(n + i))
            .withHelp("give both sides as many elements")
            .about(EQUATIONS);
      }
      for (int k = 0; k < size; k++) {
        names.add(comparisons.text(i) + (size == 1 ? "" : " [" + k + "]"));
      }
    }
    return names;
  }

  private static Map<String, Value> result(
      Solution solution, UnknownBox box, Asked asked, Equations equations) {
    Map<String, Value> fields =
        new LinkedHashMap<>(
            box.fields(solution.values(), tangents(solution, box.box(), asked, equations)));
    fields.put("residual", QuantityValue.pure(solution.residual()));
    fields.put("condition", QuantityValue.pure(solution.condition()));
    return fields;
  }

  /** How the unknowns move with the input that is being followed, where one is. */
  private static double[] tangents(Solution solution, Box box, Asked asked, Equations equations) {
    int n = box.size();
    double[] moves = new double[n];
    double[] sides = asked.tangents(solution.values());
    double[][] byInput = new double[n][1];
    boolean followed = false;
    for (int i = 0; i < n; i++) {
      byInput[i][0] = sides[i] - sides[n + i];
      followed |= byInput[i][0] != 0;
    }
    if (!followed) {
      return moves;
    }
    try {
      double[][] byUnknown =
          new Differentiation(
                  x -> {
                    double[] both = equations.sides().at(x);
                    double[] difference = new double[n];
                    for (int i = 0; i < n; i++) {
                      difference[i] = both[i] - both[n + i];
                    }
                    return difference;
                  },
                  box)
              .jacobian(solution.values())
              .values();
      ImplicitDerivatives derivatives = ImplicitDerivatives.of(byUnknown, byInput);
      for (int j = 0; j < n; j++) {
        moves[j] = derivatives.value(j, 0);
      }
    } catch (ArithmeticException noDerivative) {
      // a fold or an edge: whoever follows the input finds out by moving it
      return new double[n];
    }
    return moves;
  }

  // ---- refusals

  private static Problem none(Solutions found, UnknownBox box) {
    return Problem.noSolution(
            "E0621",
            "no solution in the box ("
                + found.search()
                + "); nearest is "
                + box.words(found.nearest())
                + ", where the sides differ by "
                + percent(found.nearestResidual())
                + " of their size")
        .withHelp("widen the box, or look at what keeps the sides apart there")
        .about(UnknownBox.UNKNOWNS);
  }

  private static String percent(double part) {
    return NumberText.sensible(100 * part) + " %";
  }

  private static Problem several(Solutions found, UnknownBox box) {
    StringBuilder listed = new StringBuilder();
    int count = found.all().size();
    for (int k = 0; k < Math.min(count, LISTED); k++) {
      listed.append(k == 0 ? "" : "; ").append(box.words(found.all().get(k).values()));
    }
    return Problem.noSolution(
            "E0622", count + " solutions are in the box: " + listed + (count > LISTED ? "; …" : ""))
        .withHelp("narrow the box to the one that is meant")
        .withHelp("or ask for all of them: solutions: \"all\"")
        .about(UnknownBox.UNKNOWNS);
  }

  private static Problem refusal(UnsolvedEquations refused, UnknownBox box) {
    return switch (refused.kind()) {
      case NOT_SQUARE ->
          Problem.of("E0533", refused.reason()).withHelp(refused.cure()).about(EQUATIONS);
      case NOT_ISOLATED -> {
        List<String> ends = refused.found().stream().map(box::words).toList();
        yield Problem.noSolution(
                "E0622",
                "the equations do not decide: "
                    + String.join(" and ", ends)
                    + " solve them, and others besides")
            .withHelp(refused.cure())
            .about(UnknownBox.UNKNOWNS);
      }
      default ->
          Problem.noSolution("E0625", refused.reason())
              .withHelp(refused.cure())
              .about(UnknownBox.UNKNOWNS);
    };
  }
}
