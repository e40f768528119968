package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** Demand Q = quantity (P / price)^-elasticity. */
final class IsoelasticDemandValue extends DemandValue {
  private final Quantity price;
  private final Quantity quantity;
  private final double elasticity;

  IsoelasticDemandValue(
      Quantity price, Quantity quantity, double elasticity, List<String> multipliers) {
    super(multipliers);
    this.price = price;
    this.quantity = quantity;
    this.elasticity = elasticity;
  }

  Quantity referencePrice() {
    return price;
  }

  Quantity referenceQuantity() {
    return quantity;
  }

  double elasticity() {
    return elasticity;
  }

  @Override
  Quantity price(Quantity output) {
    return new Quantity(
        price.magnitude() * power(output, quantity, -1 / elasticity, "a quantity"), price.unit());
  }

  /** A curve without ends: from a part of the quantity that was given to a multiple of it. */
  @Override
  IntervalValue worthSeeing() {
    return Values.interval(
        new Quantity(quantity.magnitude() / 5, quantity.unit()),
        new Quantity(quantity.magnitude() * 3, quantity.unit()));
  }

  @Override
  public Optional<NumericForm> numeric(UnitExpression argument) {
    double reference = price.magnitude();
    double by = quantity.magnitude();
    double exponent = -1 / elasticity;
    return Optional.of(
        NumericForm.one(
            output -> output > 0 ? reference * StrictMath.pow(output / by, exponent) : Double.NaN,
            price.unit()));
  }

  @Override
  Quantity output(Quantity asked) {
    return new Quantity(
        quantity.magnitude() * power(asked, price, -elasticity, "a price"), quantity.unit());
  }

  private static double power(Quantity value, Quantity by, double exponent, String what) {
    if (!(value.magnitude() > 0)) {
      throw Problem.of(
              "E0501", "an isoelastic demand has no value at " + what + " of " + value.text())
          .withHelp("ask for " + what + " above 0");
    }
    return StrictMath.pow(value.magnitude() / by.magnitude(), exponent);
  }

  @Override
  DemandValue times(double factor, List<String> names) {
    return new IsoelasticDemandValue(
        price, new Quantity(quantity.magnitude() * factor, quantity.unit()), elasticity, names);
  }

  @Override
  Value ownMember(String name) {
    if (name.equals("elasticity")) {
      return QuantityValue.pure(elasticity);
    }
    throw Refusal.missing("an isoelastic demand has no " + name)
        .withHelp("a linear demand has: linear(choke: ..., slope: ...)");
  }

  @Override
  public String summary() {
    return "isoelastic demand: "
        + quantity.text()
        + " at "
        + price.text()
        + ", elasticity "
        + NumberText.sensible(elasticity);
  }
}
