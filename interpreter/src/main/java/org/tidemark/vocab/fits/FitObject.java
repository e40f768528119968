package org.tidemark.vocab.fits;

import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;

/** A fit that is no curve of cumulative output. */
final class FitObject implements UncertainObject, Plottable {
  /** What a fitted form says of one argument. */
  @FunctionalInterface
  interface Prediction {
    /**
     * Its value, in base units.
     *
     * @param parameters of the regression
     * @param at on the axis of the regressor
     */
    double at(double[] parameters, double at);
  }

  private final Fit fit;
  private final Prediction prediction;

  /**
   * A fit.
   *
   * @param prediction null where more than one thing explains
   */
  FitObject(Fit fit, Prediction prediction) {
    this.fit = fit;
    this.prediction = prediction;
  }

  Fit fit() {
    return fit;
  }

  @Override
  public Drawing drawing(String name) {
    return new FitChart(fit, prediction).of(name);
  }

  @Override
  public Value member(String name) {
    return fit.member(name);
  }

  @Override
  public Type parameter() {
    return fit.data().regressor().type();
  }

  @Override
  public Value call(Value argument) {
    double at = fit.data().regressor().number(argument, "a fit");
    double value = prediction.at(fit.at(), at);
    if (!Double.isFinite(value)) {
      throw Problem.of("E0518", "what the fit says there is too large for a number")
          .withHelp("ask nearer to the data");
    }
    return new QuantityValue(new Quantity(value, fit.data().response().unit()));
  }

  @Override
  public List<Part> uncertain() {
    return fit.uncertain();
  }

  @Override
  public ObjectValue drawn(double[] chances) {
    return new FitObject(fit.drawn(chances), prediction);
  }

  @Override
  public String describe() {
    return "a fit";
  }

  @Override
  public String summary() {
    return fit.summary();
  }
}
