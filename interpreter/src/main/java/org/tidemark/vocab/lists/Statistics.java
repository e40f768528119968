package org.tidemark.vocab.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;
import org.tidemark.vocab.common.Takes;

/** Numbers that describe a list. */
public final class Statistics extends BuiltIn {
  private static final Rational TWO = Rational.of(2);

  private Statistics(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    add(registry, "sum", Takes.QUANTITIES, "The sum; 0 for an empty list.", "sum([1 USD, 2 USD])");
    add(
        registry,
        "cumsum",
        Takes.QUANTITIES,
        "The running sums: each element plus all before it.",
        "cumsum([1 EB, 2 EB, 4 EB])");
    add(registry, "mean", Takes.POINTS, "The arithmetic mean.", "mean([1 USD, 2 USD, 6 USD])");
    add(
        registry,
        "median",
        Takes.POINTS,
        "The middle value, or the mean of the two in the middle; `never` counts as larger than"
            + " all.",
        "median([1 USD, 2 USD, 6 USD])");
    add(
        registry,
        "sd",
        Takes.POINTS,
        "The standard deviation of a sample: the root of the sum of squared deviations over"
            + " n - 1.",
        "sd([1 USD, 2 USD, 6 USD])");
    add(
        registry,
        "variance",
        Takes.QUANTITIES,
        "The variance of a sample: the sum of squared deviations over n - 1.",
        "variance([1, 2, 6])");
    add(
        registry,
        "gini",
        Takes.QUANTITIES,
        "The Gini coefficient of quantities that are not negative: 0 where all are equal, 1 - 1/n"
            + " where one has everything.",
        "gini([10 USD, 20 USD, 70 USD])");
    Statistics quantile = new Statistics("quantile");
    registry.function(
        quantile
            .spec(
                "The value below which a part of the list lies, interpolated linearly between"
                    + " elements (R's type 7). `never` counts as larger than all.")
            .required("xs", Takes.POINTS, "a list of quantities or dates")
            .required("p", Accept.NUMBER, "the part, from 0 to 1")
            .example("quantile(1..9, 90 %)")
            .body(quantile));
  }

  private static void add(
      Registry registry, String name, Accept accept, String doc, String example) {
    Statistics function = new Statistics(name);
    FunctionSpec spec =
        function.spec(doc).required("xs", accept, accept.words()).example(example).body(function);
    registry.function(spec);
  }

  @Override
  public Type of(CallCheck call) {
    Type element = Elements.plain(Elements.of(call.type("xs")));
    return switch (name) {
      case "gini" -> QuantityType.PURE;
      case "cumsum" -> new ListType(element);
      case "variance" ->
          element instanceof QuantityType quantity ? quantity.power(TWO) : BasicType.UNKNOWN;
      case "sd" -> element == BasicType.DATE ? Types.DURATION : element;
      default -> element;
    };
  }

  @Override
  public Value of(CallValues call) {
    List<Value> values = Elements.of(call.value("xs"));
    Magnitudes xs = Magnitudes.of(values, name);
    if (name.equals("sum") || name.equals("cumsum")) {
      return sums(xs);
    }
    Elements.notEmpty(values, name);
    return switch (name) {
      case "mean" -> mean(xs);
      case "median" -> xs.value(quantile(xs.numbers(), 0.5));
      case "quantile" -> xs.value(quantile(xs.numbers(), part(call)));
      case "sd" -> xs.difference(StrictMath.sqrt(variance(xs)));
      case "variance" ->
          new QuantityValue(new Quantity(variance(xs), UnitExpression.ofPower(xs.unit(), TWO)));
      case "gini" -> gini(xs);
      default -> throw unhandled();
    };
  }

  /** Sums and means of quantities; the first that is not the literal 0 gives the unit. */
  @Override
  public NumericForm of(List<UnitExpression> arguments) {
    UnitExpression first = arguments.get(0);
    for (UnitExpression unit : arguments) {
      if (!unit.dimension().equals(first.dimension())) {
        return null;
      }
    }
    NumericForm form =
        switch (name) {
          case "sum" -> NumericForm.fold(0, Plain.PLUS, first);
          case "mean" -> NumericForm.many(Plain.MEAN, first);
          default -> null;
        };
    boolean varies = first.isNone() && !arguments.stream().allMatch(UnitExpression::isNone);
    return form == null || !varies ? form : form.inSomeUnit();
  }

  private static final class Plain {
    static final DoubleBinaryOperator PLUS = (sum, x) -> sum + x;
    static final ToDoubleFunction<double[]> MEAN = Statistics::mean;
  }

  private Value sums(Magnitudes xs) {
    double sum = 0;
    List<Value> running = new ArrayList<>();
    for (double x : xs.numbers()) {
      sum += x;
      if (name.equals("cumsum")) {
        running.add(xs.value(sum));
      }
    }
    return name.equals("cumsum") ? new ListValue(running) : xs.value(sum);
  }

  private Value mean(Magnitudes xs) {
    refuseNever(xs);
    return xs.value(mean(xs.numbers()));
  }

  private static double mean(double[] xs) {
    double sum = 0;
    for (double x : xs) {
      sum += x;
    }
    return sum / xs.length;
  }

  private void refuseNever(Magnitudes xs) {
    if (!xs.hasNever()) {
      return;
    }
    int count = 0;
    for (double x : xs.numbers()) {
      count += x == Double.POSITIVE_INFINITY ? 1 : 0;
    }
    throw Problem.of(
            "E0509",
            name + " over " + count + " of " + xs.numbers().length + " that are never has no value")
        .withHelp("quantiles count never as later than all: median(xs), quantile(xs, 90 %)")
        .withHelp("or leave them out: xs |> filter(x => x != never)");
  }

  private double variance(Magnitudes xs) {
    refuseNever(xs);
    double[] numbers = xs.numbers();
    if (numbers.length < 2) {
      throw Problem.of("E0514", name + " of a single value has no value")
          .withHelp("it takes two values or more to spread");
    }
    double mean = mean(numbers);
    double squares = 0;
    for (double x : numbers) {
      squares += (x - mean) * (x - mean);
    }
    return squares / (numbers.length - 1);
  }

  private static double part(CallValues call) {
    if (call.value("p") instanceof SpecialValue) {
      throw Magnitudes.missing("quantile");
    }
    double p = call.magnitude("p");
    if (!(p >= 0 && p <= 1)) {
      throw Problem.of(
              "E0503", "quantile wants a part from 0 to 1, and got " + NumberText.sensible(p))
          .withHelp("write for example quantile(xs, 90 %)")
          .about("p");
    }
    return p;
  }

  /** Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996). */
  private static double quantile(double[] xs, double p) {
    double[] sorted = xs.clone();
    Arrays.sort(sorted);
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    double part = position - below;
    if (part == 0 || sorted[below] == sorted[below + 1]) {
      return sorted[below];
    }
    double above = sorted[below + 1];
    return above == Double.POSITIVE_INFINITY
        ? above
        : sorted[below] + part * (above - sorted[below]);
  }

  private Value gini(Magnitudes xs) {
    refuseNever(xs);
    double[] sorted = xs.numbers().clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      sum += sorted[i];
      weighted += (2.0 * i + 1 - n) * sorted[i];
    }
    if (sorted[0] < 0) {
      throw Problem.of("E0503", "gini wants quantities of at least zero")
          .withHelp("shares of a total that holds debts have no Gini coefficient");
    }
    if (sum == 0) {
      throw Problem.of("E0503", "gini wants a total above zero")
          .withHelp("where nobody has anything, nothing is shared");
    }
    return QuantityValue.pure(weighted / (n * sum));
  }
}
