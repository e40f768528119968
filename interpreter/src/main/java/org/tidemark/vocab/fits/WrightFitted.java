package org.tidemark.vocab.fits;

import java.util.List;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.industry.FittedCurve;

/** Wright's law as data tell it. */
record WrightFitted(Fit fit, double reference) implements FittedCurve.Fitted {
  @Override
  public double cost() {
    return StrictMath.exp(fit.at()[0]);
  }

  @Override
  public double at() {
    return reference;
  }

  @Override
  public double elasticity() {
    return fit.at()[1];
  }

  @Override
  public Value member(String name) {
    return fit.member(name);
  }

  @Override
  public List<UncertainObject.Part> uncertain() {
    return fit.uncertain();
  }

  @Override
  public FittedCurve.Fitted drawn(double[] chances) {
    return new WrightFitted(fit.drawn(chances), reference);
  }

  @Override
  public Drawing drawing(String name) {
    return new FitChart(
            fit, (at, made) -> StrictMath.exp(at[0]) * StrictMath.pow(made / reference, -at[1]))
        .of(name);
  }

  @Override
  public String summary() {
    return fit.summary();
  }
}
