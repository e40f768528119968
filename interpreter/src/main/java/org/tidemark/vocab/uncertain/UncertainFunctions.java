package org.tidemark.vocab.uncertain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.DistributionSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Truncated;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;
import org.tidemark.vocab.common.Takes;

/** Uncertain values by the name of their distribution. */
public final class UncertainFunctions extends BuiltIn {
  private static final double SMALLEST_SHAPE = 1e-6;
  private static final double LARGEST_SHAPE = 1e9;

  private UncertainFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    UncertainFunctions uniform = new UncertainFunctions("uniform");
    registry.distribution(
        DistributionSpec.of(
            quantities(uniform, "Equal odds everywhere between two ends.", "low", "high")
                .example("uniform(20 %, 40 %)")
                .body(uniform)));
    UncertainFunctions normal = new UncertainFunctions("normal");
    registry.distribution(
        DistributionSpec.of(
            quantities(normal, "Normal, as `mean +- sd` is.", "mean", "sd")
                .example("normal(12 USD/GB, 2 USD/GB)")
                .body(normal)));
    UncertainFunctions lognormal = new UncertainFunctions("lognormal");
    registry.distribution(
        DistributionSpec.of(
            quantities(
                    lognormal,
                    "Lognormal by its median and geometric standard deviation: two thirds of the"
                        + " probability lie between `median / gsd` and `median * gsd`. By its 90 %"
                        + " interval, write `low to high`.",
                    "median")
                .required("gsd", Accept.NUMBER, "the geometric standard deviation, above 1")
                .example("lognormal(30 USD, 2)")
                .body(lognormal)));
    UncertainFunctions triangular = new UncertainFunctions("triangular");
    registry.distribution(
        DistributionSpec.of(
            quantities(
                    triangular,
                    "Odds that rise in a line to the mode and fall in a line from there.",
                    "low",
                    "mode",
                    "high")
                .example("triangular(1 year, 2 year, 5 year)")
                .body(triangular)));
    UncertainFunctions pert = new UncertainFunctions("pert");
    registry.distribution(
        DistributionSpec.of(
            quantities(
                    pert,
                    "PERT: a smooth distribution between a lowest and a highest value that peaks at the"
                        + " mode, a beta distribution with weight 4 on the mode.",
                    "low",
                    "mode",
                    "high")
                .example("pert(1 year, 2 year, 5 year)")
                .body(pert)));
    registerShaped(registry);
    registerFromData(registry);
  }

  private static void registerShaped(Registry registry) {
    UncertainFunctions beta = new UncertainFunctions("beta");
    registry.distribution(
        DistributionSpec.of(
            beta.spec("The beta distribution, of a share between 0 and 1.")
                .required("a", Accept.NUMBER, "the first shape, above zero")
                .required("b", Accept.NUMBER, "the second shape, above zero")
                .example("beta(2, 5)")
                .body(beta)));
    UncertainFunctions gamma = new UncertainFunctions("gamma");
    registry.distribution(
        DistributionSpec.of(
            gamma
                .spec("The gamma distribution; its mean is `shape * scale`.")
                .required("shape", Accept.NUMBER, "the shape, above zero")
                .required("scale", Accept.QUANTITY, "the scale, above zero")
                .example("gamma(2, 3 year)")
                .body(gamma)));
    UncertainFunctions exponential = new UncertainFunctions("exponential");
    registry.distribution(
        DistributionSpec.of(
            quantities(
                    exponential,
                    "The waiting time for something that may happen at any moment alike.",
                    "mean")
                .example("exponential(3 year)")
                .body(exponential)));
    UncertainFunctions studentT = new UncertainFunctions("student_t");
    registry.distribution(
        DistributionSpec.of(
            studentT
                .spec("Student's t distribution, moved to a location and stretched by a scale.")
                .required("df", Accept.NUMBER, "the degrees of freedom, above zero")
                .optional("location", Accept.QUANTITY, "0", "the median")
                .optional("scale", Accept.QUANTITY, "1", "the scale, above zero")
                .example("student_t(4, location: 12 USD, scale: 2 USD)")
                .body(studentT)));
  }

  private static void registerFromData(Registry registry) {
    UncertainFunctions discrete = new UncertainFunctions("discrete");
    registry.distribution(
        DistributionSpec.of(
            discrete
                .spec("One of several values; the weights need not add up to 1.")
                .required("values", Takes.QUANTITIES, "the values")
                .optional("weights", Takes.QUANTITIES, "equal odds", "a weight for each value")
                .example("discrete([1 EB, 2 EB, 5 EB], [20 %, 50 %, 30 %])")
                .body(discrete)));
    UncertainFunctions empirical = new UncertainFunctions("empirical");
    registry.distribution(
        DistributionSpec.of(
            empirical
                .spec("What was observed, interpolated linearly between the observations.")
                .required("values", Takes.QUANTITIES, "at least two observations")
                .example("empirical([3 USD, 4 USD, 7 USD, 5 USD])")
                .body(empirical)));
    UncertainFunctions truncated = new UncertainFunctions("truncated");
    registry.function(
        truncated
            .spec(
                "An uncertain value given that it lies between bounds; a definition says the same"
                    + " with `in`: `param alpha = 0.23 +- 0.06 in 0..1`.")
            .required("x", Accept.QUANTITY, "an uncertain value")
            .optional("low", Accept.QUANTITY, "none", "the lower bound")
            .optional("high", Accept.QUANTITY, "none", "the upper bound")
            .example("truncated(0.23 +- 0.06, low: 0)")
            .body(truncated));
  }

  private static FunctionSpec.Builder quantities(
      UncertainFunctions function, String doc, String... parameters) {
    FunctionSpec.Builder builder = function.spec(doc);
    for (String parameter : parameters) {
      builder.required(parameter, Accept.QUANTITY, words(parameter));
    }
    return builder;
  }

  private static String words(String parameter) {
    return switch (parameter) {
      case "low" -> "the lower end";
      case "high" -> "the upper end";
      case "mode" -> "the likeliest value";
      case "sd" -> "the standard deviation, above zero";
      default -> "the ".concat(parameter);
    };
  }

  // ---- types

  @Override
  public Type of(CallCheck call) {
    return switch (name) {
      case "beta" -> QuantityType.PURE;
      case "gamma" -> Elements.plain(call.type("scale"));
      case "lognormal" -> Elements.plain(call.type("median"));
      case "exponential" -> Elements.plain(call.type("mean"));
      case "discrete" -> {
        joined(call, QuantityType.PURE, "weights", Elements.of(call.type("weights")));
        yield Elements.plain(Elements.of(call.type("values")));
      }
      case "empirical" -> Elements.plain(Elements.of(call.type("values")));
      case "student_t" ->
          call.has("scale")
              ? one(call, "location", "scale")
              : joined(call, QuantityType.PURE, "location", call.type("location"));
      case "normal" -> one(call, "mean", "sd");
      case "truncated" -> one(call, "x", "low", "high");
      case "uniform" -> one(call, "low", "high");
      default -> one(call, "low", "mode", "high");
    };
  }

  /** The one dimension that all the named arguments have. */
  private Type one(CallCheck call, String... parameters) {
    Type all = BasicType.UNKNOWN;
    for (String parameter : parameters) {
      if (call.has(parameter)) {
        all = joined(call, all, parameter, call.type(parameter));
      }
    }
    return all;
  }

  private Type joined(CallCheck call, Type all, String parameter, Type type) {
    Type plain = Elements.plain(type);
    Optional<Type> both = Types.join(all, plain);
    if (both.isEmpty()) {
      call.problem(
          parameter,
          "E0308",
          parameter + " is " + plain.describe() + " where " + all.describe() + " is wanted",
          "give all of them the same dimension");
    }
    return both.orElse(all);
  }

  // ---- values

  @Override
  public Value of(CallValues call) {
    return switch (name) {
      case "uniform" -> uniform(call);
      case "normal" -> normal(call);
      case "lognormal" -> lognormal(call);
      case "triangular", "pert" -> threePoints(call);
      case "beta" -> {
        double a = shape(call, "a");
        yield Made.value(Scaled.beta(a, shape(call, "b")), UnitExpression.NONE);
      }
      case "gamma" -> {
        double shape = shape(call, "shape");
        yield Made.value(Scaled.gamma(shape, positive(call, "scale")), unit(call, "scale"));
      }
      case "exponential" -> Made.value(new Exponential(positive(call, "mean")), unit(call, "mean"));
      case "student_t" -> studentT(call);
      case "discrete" -> discrete(call);
      case "empirical" -> empirical(call);
      case "truncated" -> truncated(call);
      default -> throw unhandled();
    };
  }

  private static UnitExpression unit(CallValues call, String... parameters) {
    List<Quantity> quantities = new ArrayList<>();
    for (String parameter : parameters) {
      if (call.has(parameter)) {
        quantities.add(call.quantity(parameter));
      }
    }
    return Magnitudes.commonUnit(quantities);
  }

  private double positive(CallValues call, String parameter) {
    double magnitude = finite(call, parameter);
    if (!(magnitude > 0)) {
      throw Made.problem(
          name + " wants " + parameter + " above zero, and got " + call.quantity(parameter).text(),
          "give one above zero",
          parameter);
    }
    return magnitude;
  }

  /** A parameter of the form, for which the statistics library has quantiles. */
  private double shape(CallValues call, String parameter) {
    double magnitude = positive(call, parameter);
    if (magnitude < SMALLEST_SHAPE || magnitude > LARGEST_SHAPE) {
      throw Made.problem(
          name
              + " wants "
              + parameter
              + " from 1e-6 to 1e9, and got "
              + call.quantity(parameter).text(),
          "give one between them",
          parameter);
    }
    return magnitude;
  }

  private double finite(CallValues call, String parameter) {
    double magnitude = call.magnitude(parameter);
    if (Double.isNaN(magnitude) || Double.isInfinite(magnitude)) {
      throw Made.problem(
          name + " wants a finite " + parameter + ", and got " + call.quantity(parameter).text(),
          "give a number",
          parameter);
    }
    return magnitude;
  }

  private void ordered(CallValues call, String lower, String upper, boolean equalAllowed) {
    double low = finite(call, lower);
    double high = finite(call, upper);
    if (!(low < high || equalAllowed && low == high)) {
      throw Made.problem(
          name
              + " wants "
              + lower
              + " below "
              + upper
              + ", and got "
              + call.quantity(lower).text()
              + " and "
              + call.quantity(upper).text(),
          low == high ? "write the value alone where it is certain" : "swap the two",
          lower);
    }
  }

  private Value uniform(CallValues call) {
    ordered(call, "low", "high", false);
    Distribution uniform = new Uniform(call.magnitude("low"), call.magnitude("high"));
    return Made.value(uniform, unit(call, "low", "high"));
  }

  private Value normal(CallValues call) {
    double mean = finite(call, "mean");
    return Made.value(new Normal(mean, positive(call, "sd")), unit(call, "mean", "sd"));
  }

  private Value lognormal(CallValues call) {
    double median = positive(call, "median");
    double gsd = finite(call, "gsd");
    if (!(gsd > 1)) {
      throw Made.problem(
          "lognormal wants a geometric standard deviation above 1, and got "
              + NumberText.sensible(gsd),
          "give the factor within which two thirds of the probability lie, such as 2",
          "gsd");
    }
    Distribution lognormal = new LogNormal(median, StrictMath.log(gsd), false);
    return Made.value(lognormal, unit(call, "median"));
  }

  private Value threePoints(CallValues call) {
    ordered(call, "low", "high", false);
    ordered(call, "low", "mode", true);
    ordered(call, "mode", "high", true);
    double low = call.magnitude("low");
    double mode = call.magnitude("mode");
    double high = call.magnitude("high");
    return Made.value(
        name.equals("pert") ? Scaled.pert(low, mode, high) : Scaled.triangular(low, mode, high),
        unit(call, "low", "mode", "high"));
  }

  private Value studentT(CallValues call) {
    double df = shape(call, "df");
    double location = call.has("location") ? finite(call, "location") : 0;
    double scale = call.has("scale") ? positive(call, "scale") : 1;
    return Made.value(Scaled.studentT(df, location, scale), unit(call, "location", "scale"));
  }

  private Value discrete(CallValues call) {
    Magnitudes values = data(call, 1);
    double[] weights = new double[values.numbers().length];
    Arrays.fill(weights, 1);
    if (call.has("weights")) {
      weights = Magnitudes.of(Elements.of(call.value("weights")), name).numbers();
    }
    if (weights.length != values.numbers().length) {
      throw Made.problem(
          "discrete wants a weight for each value, and got "
              + weights.length
              + " for "
              + values.numbers().length,
          "give both lists one length",
          "weights");
    }
    double sum = 0;
    for (double weight : weights) {
      sum += weight >= 0 ? weight : Double.NaN;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw Made.problem(
          "discrete wants weights of at least zero, not all zero",
          "give each value its odds, for example 1, 2 and 1",
          "weights");
    }
    return Made.value(new Discrete(values.numbers(), weights), values.unit());
  }

  private Value empirical(CallValues call) {
    Magnitudes values = data(call, 2);
    return Made.value(new Empirical(values.numbers()), values.unit());
  }

  private Magnitudes data(CallValues call, int least) {
    List<Value> list = Elements.of(call.value("values"));
    Elements.notEmpty(list, name);
    Magnitudes values = Magnitudes.of(list, name);
    if (list.size() < least) {
      throw Made.problem(
          name + " wants at least two values, and got one",
          "write the value alone where it is certain",
          "values");
    }
    for (double value : values.numbers()) {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw Made.problem(name + " wants finite values", "leave the others out", "values");
      }
    }
    return values;
  }

  private Value truncated(CallValues call) {
    Quantity x = call.quantity("x");
    Optional<Distribution> base =
        call.value("x") instanceof QuantityValue value ? value.distribution() : Optional.empty();
    if (base.isEmpty()) {
      throw Made.problem(
          "truncated wants an uncertain value, and " + x.text() + " is certain",
          "write it uncertain: truncated(0.23 +- 0.06, low: 0)",
          "x");
    }
    double low = call.has("low") ? call.magnitude("low") : Double.NEGATIVE_INFINITY;
    double high = call.has("high") ? call.magnitude("high") : Double.POSITIVE_INFINITY;
    try {
      return Made.value(new Truncated(base.get(), low, high), x.unit());
    } catch (IllegalArgumentException nothingInside) {
      throw Problem.of(
              "E0510",
              "no probability of " + base.get().text(x.unit()) + " lies between the bounds")
          .withHelp("move the bounds to where the value may lie");
    }
  }
}
