package org.tidemark.vocab.numbers;

import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Magnitudes;

/** Continuous rates from rates and factors as people quote them. */
public final class Rates extends BuiltIn {
  /** What conversions may add to a loss of everything. */
  private static final double ROUNDING = 1e-12;

  private Rates(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    Rates effective = new Rates("effective");
    registry.function(
        effective
            .spec(
                "The continuous rate of a quoted one that is compounded once a year:"
                    + " `effective(5 %/year)` is `log1p(5 %) / year`, 4.879 %/year.")
            .required("rate", Accept.RATE, "the quoted rate")
            .optional("per", Accept.TIME, "1 year", "the time after which it is compounded")
            .example("effective(5 %/year)")
            .example("effective(1 %/month, per: 1 month)")
            .body(effective));
    Rates rate = new Rates("rate");
    registry.function(
        rate.spec(
                "The continuous rate at which something grows by a factor over a time,"
                    + " `log(factor) / over`; negative where it declines:"
                    + " `rate(0.1, over: 18 month)` is a fall to a tenth in 18 months.")
            .required("factor", Accept.NUMBER, "the end over the start, above zero")
            .required("over", Accept.TIME, "the time that it takes")
            .example("rate(2, over: 18 month)")
            .example("rate(0.1, over: 18 month)")
            .body(rate));
  }

  @Override
  public Type of(CallCheck call) {
    return Types.RATE;
  }

  @Override
  public Value of(CallValues call) {
    return name.equals("effective") ? effective(call) : rate(call);
  }

  private static Value effective(CallValues call) {
    if (call.value("rate") instanceof SpecialValue special) {
      return special;
    }
    Quantity quoted = call.quantity("rate");
    Quantity per = call.has("per") ? call.quantity("per") : Quantity.of(1, Magnitudes.timeUnit());
    requireTime(per, "per");
    // over one year the growth is the rate as quoted, without the rounding of a product
    double growth =
        call.has("per")
            ? quoted.magnitude() * per.magnitude()
            : UnitExpression.NONE.over(Magnitudes.timeUnit()).fromBase(quoted.magnitude());
    if (!(growth > -1 + ROUNDING)) {
      throw Problem.of("E0503", "effective wants a rate above -100 %, and got " + quoted.text())
          .withHelp("nothing can fall by more than all of it")
          .about("rate");
    }
    double continuous = StrictMath.log1p(growth) / per.magnitude();
    UnitExpression unit = quoted.unit().isNone() ? percentPerYear() : quoted.unit();
    return new QuantityValue(new Quantity(continuous, unit));
  }

  private static Value rate(CallValues call) {
    if (call.value("factor") instanceof SpecialValue special) {
      return special;
    }
    double factor = call.magnitude("factor");
    if (!(factor > 0)) {
      throw Problem.of(
              "E0503", "rate wants a factor above zero, and got " + NumberText.sensible(factor))
          .withHelp("for a fall by 90 %, give what is left: rate(0.1, over: 18 month)")
          .about("factor");
    }
    Quantity over = call.quantity("over");
    requireTime(over, "over");
    double continuous = StrictMath.log(factor) / over.magnitude();
    return new QuantityValue(new Quantity(continuous, percentPerYear()));
  }

  private static void requireTime(Quantity time, String parameter) {
    if (!(time.magnitude() > 0)) {
      throw Problem.of("E0503", parameter + " wants a time above zero, and got " + time.text())
          .withHelp("for example: " + parameter + ": 18 month")
          .about(parameter);
    }
  }

  private static UnitExpression percentPerYear() {
    UnitTable units = UnitTable.standard();
    return UnitExpression.of(units.find("%").orElseThrow())
        .over(UnitExpression.of(units.find("year").orElseThrow()));
  }
}
