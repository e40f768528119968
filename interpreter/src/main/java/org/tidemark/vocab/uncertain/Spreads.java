package org.tidemark.vocab.uncertain;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;

/** What the operators {@code to} and {@code +-} do. */
public final class Spreads extends BuiltIn {
  private static final int DIGITS = 3;

  private Spreads(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    Spreads to = new Spreads("to");
    registry.function(
        to.spec(
                "`low to high` is lognormal, with 5 % of the probability below `low` and 5 % above"
                    + " `high`; its median is the root of their product.")
            .required("low", Accept.QUANTITY, "the lower end, above zero")
            .required("high", Accept.QUANTITY, "the upper end")
            .example("10 to 100 USD")
            .body(to));
    Spreads plusMinus = new Spreads("+-");
    registry.function(
        plusMinus
            .spec("`mean +- sd` is normal, with that standard deviation.")
            .required("mean", Accept.QUANTITY, "the mean")
            .required("sd", Accept.QUANTITY, "the standard deviation, above zero")
            .example("0.23 +- 0.06")
            .body(plusMinus));
  }

  @Override
  public Type of(CallCheck call) {
    String one = name.equals("to") ? "low" : "mean";
    String other = name.equals("to") ? "high" : "sd";
    Type left = Elements.plain(call.type(one));
    Type right = Elements.plain(call.type(other));
    Optional<Type> both = Types.join(left, right);
    if (both.isEmpty()) {
      call.problem(
          other,
          "E0308",
          other + " is " + right.describe() + " where " + one + " is " + left.describe(),
          "give both the same dimension");
      return BasicType.UNKNOWN;
    }
    return both.get();
  }

  @Override
  public Value of(CallValues call) {
    return name.equals("to")
        ? interval(call.quantity("low"), call.quantity("high"))
        : normal(call.quantity("mean"), call.quantity("sd"));
  }

  private static Value interval(Quantity low, Quantity high) {
    UnitExpression unit = Magnitudes.commonUnit(List.of(high, low));
    double from = low.magnitude();
    double to = high.magnitude();
    if (!(from < to)) {
      throw Made.problem(
          "the ends of an uncertain value are in the wrong order: "
              + low.text()
              + " to "
              + high.text(),
          from == to ? "write the value alone where it is certain" : "swap them",
          "low");
    }
    if (!(from > 0) || to == Double.POSITIVE_INFINITY) {
      throw notPositive(low, from, to, unit);
    }
    return Made.value(LogNormal.between(from, to), unit);
  }

  private static Problem notPositive(Quantity low, double from, double to, UnitExpression unit) {
    if (to == Double.POSITIVE_INFINITY) {
      return Made.problem(
          "the upper end of an uncertain value is infinite",
          "give the value that is exceeded in one case of twenty",
          "high");
    }
    String mean = NumberText.significant(unit.fromBase(from / 2 + to / 2), DIGITS);
    double sd = (to - from) / (2 * LogNormal.Z95);
    String ends = new Quantity(from, unit).text() + ", " + new Quantity(to, unit).text();
    return Made.problem(
            "low to high is lognormal and needs both ends above zero, and low is " + low.text(),
            "for a normal with this 90 % interval: "
                + mean
                + " +- "
                + new Quantity(sd, unit).text(DIGITS),
            "low")
        .withHelp("for equal odds everywhere between: uniform(" + ends + ")");
  }

  private static Value normal(Quantity mean, Quantity sd) {
    if (!(sd.magnitude() > 0) || sd.magnitude() == Double.POSITIVE_INFINITY) {
      throw Made.problem(
          "a standard deviation is above zero, and this is " + sd.text(),
          "write the value alone where it is certain",
          "sd");
    }
    return Made.value(
        new Normal(mean.magnitude(), sd.magnitude()), Magnitudes.commonUnit(List.of(mean, sd)));
  }
}
