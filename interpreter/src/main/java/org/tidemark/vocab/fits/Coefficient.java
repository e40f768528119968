package org.tidemark.vocab.fits;

import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.Interval;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.DensityChart;

/**
 * A number that data tell: it stands for its estimate, or in a variation for where it lies there.
 *
 * @param name in the fit
 * @param value what it stands for, in base units
 * @param estimate in base units
 * @param error its standard error; infinite where the data do not tell it
 * @param interval the 95 % interval
 * @param spread how it is distributed; null where the data do not tell it
 * @param unit to show it in
 */
record Coefficient(
    String name,
    double value,
    double estimate,
    double error,
    Interval interval,
    StudentSpread spread,
    UnitExpression unit)
    implements ObjectValue, Plottable {

  /** How its probability lies. */
  @Override
  public Drawing drawing(String label) {
    if (spread == null) {
      throw Charts.nothingToDraw("the data cannot tell " + name + ", so it has no spread to draw")
          .withHelp("the member untold of the fit says why");
    }
    return DensityChart.of(label, spread, unit);
  }

  /** The type of such a number. */
  static ObjectType type(Type quantity) {
    ObjectType.Builder type =
        ObjectType.named("coefficient")
            .attribute("of", quantity)
            .member("estimate", quantity)
            .member("se", quantity)
            .member("low", quantity)
            .member("high", quantity)
            .member("t", QuantityType.PURE);
    Types.quantity(quantity).ifPresent(type::quantity);
    return type.plotted().build();
  }

  @Override
  public Value member(String member) {
    return switch (member) {
      case "estimate" -> quantity(estimate);
      case "se" -> quantity(told(error));
      case "low" -> quantity(told(interval.low()));
      case "high" -> quantity(told(interval.high()));
      case "t" -> QuantityValue.pure(told(estimate / told(error)));
      default -> throw Problem.of("E0204", "a coefficient has no " + member);
    };
  }

  private double told(double number) {
    if (Double.isInfinite(error) || !Double.isFinite(number)) {
      throw Problem.of("E0541", "the data cannot tell " + name + ", so it has no error")
          .withHelp("the member untold of the fit says why");
    }
    return number;
  }

  private Value quantity(double number) {
    return new QuantityValue(new Quantity(number, unit));
  }

  @Override
  public Optional<Quantity> quantity() {
    return Optional.of(new Quantity(value, unit));
  }

  @Override
  public Value shown() {
    return new QuantityValue(new Quantity(value, unit), Optional.ofNullable(spread));
  }

  @Override
  public String describe() {
    return "a coefficient";
  }

  @Override
  public String summary() {
    return spread == null ? new Quantity(estimate, unit).text() : spread.text(unit);
  }
}
