package acme.batteries;

import org.tidemark.spi.FitFormSpec;
import org.tidemark.spi.FitFormSpec.Measure;

/** A learning curve that begins with experience from before. */
final class StanfordB {
  private StanfordB() {}

  static FitFormSpec form() {
    return FitFormSpec.named("stanford")
        .doc("The Stanford-B curve `first * (1 + x / before)^-elasticity`.")
        .coefficient("first", Measure.RESPONSE, 0, Double.POSITIVE_INFINITY)
        .coefficient("before", Measure.REGRESSOR, 1e-9, Double.POSITIVE_INFINITY)
        .coefficient("elasticity", Measure.NUMBER)
        .start((x, y) -> new double[] {y[0], x[x.length - 1] / 10, 0.3})
        .curve((c, x) -> c[0] * Math.pow(1 + x / c[1], -c[2]));
  }
}
