package acme.batteries;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.DistributionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.Distribution;

/** How long something lasts that wears out. */
record Weibull(double shape, double scale) implements Distribution {
  static DistributionSpec distribution() {
    return DistributionSpec.named("weibull")
        .doc("Weibull: how long something lasts that wears out.")
        .number("shape", "above 1 where it wears out, 1 where it fails at any time alike")
        .quantity("scale", "63 % have failed by then")
        .example("weibull(2, 10 year)")
        .make(parameters -> of(parameters[0], parameters[1]));
  }

  private static Weibull of(double shape, double scale) {
    if (!(shape > 0) || !(scale > 0)) {
      throw Problem.of("BAT2", "shape and scale are above zero").withHelp("weibull(2, 10 year)");
    }
    return new Weibull(shape, scale);
  }

  @Override
  public double median() {
    return quantile(0.5);
  }

  @Override
  public double quantile(double probability) {
    return scale * Math.pow(-Math.log1p(-probability), 1 / shape);
  }

  @Override
  public double cumulative(double magnitude) {
    return magnitude <= 0 ? 0 : -Math.expm1(-Math.pow(magnitude / scale, shape));
  }

  @Override
  public String text(UnitExpression unit) {
    return "weibull(" + shape + ", " + new Quantity(scale, unit).text() + ")";
  }
}
