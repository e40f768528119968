package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.Timed;
import org.tidemark.spi.value.Value;

/** Inverse demand P = choke - slope Q. */
final class LinearDemandValue extends DemandValue {
  private final Quantity choke;
  private final Quantity slope;

  /** Factors on the quantity that move in time. */
  private final List<Growth> growth;

  /** A factor on the quantity, and its value at the start, by which the slope is divided. */
  private record Growth(Timed factor, double atStart) {}

  LinearDemandValue(Quantity choke, Quantity slope, List<String> multipliers) {
    this(choke, slope, List.of(), multipliers);
  }

  private LinearDemandValue(
      Quantity choke, Quantity slope, List<Growth> growth, List<String> multipliers) {
    super(multipliers);
    this.choke = choke;
    this.slope = slope;
    this.growth = List.copyOf(growth);
  }

  /** Whether the demand changes in time. */
  boolean grows() {
    return !growth.isEmpty();
  }

  /** The quantity at every price at a time, in seconds since the start, over that at the start. */
  double growthAt(double seconds) {
    double product = 1;
    for (Growth each : growth) {
      product *= each.factor.at(DisplayUnits.years(seconds)).magnitude() / each.atStart;
    }
    return product;
  }

  @Override
  public DemandValue scaled(Timed factor, String multiplier) {
    double atStart = factor.at(DisplayUnits.years(0)).magnitude();
    List<Growth> more = new ArrayList<>(growth);
    more.add(new Growth(factor, atStart));
    List<String> names = new ArrayList<>(multipliers());
    names.add(multiplier);
    return new LinearDemandValue(
        choke, new Quantity(slope.magnitude() / atStart, slope.unit()), more, names);
  }

  Quantity choke() {
    return choke;
  }

  Quantity slope() {
    return slope;
  }

  /** The unit of output that follows from how the demand is written, EB/year. */
  UnitExpression outputUnit() {
    return UnitExpression.ofQuotient(choke.unit(), slope.unit());
  }

  @Override
  Quantity price(Quantity output) {
    return new Quantity(choke.magnitude() - slope.magnitude() * output.magnitude(), choke.unit());
  }

  @Override
  IntervalValue worthSeeing() {
    return Values.interval(
        new Quantity(0, outputUnit()),
        new Quantity(choke.magnitude() / slope.magnitude(), outputUnit()));
  }

  @Override
  public Optional<NumericForm> numeric(UnitExpression argument) {
    double at0 = choke.magnitude();
    double falling = slope.magnitude();
    return Optional.of(NumericForm.one(output -> at0 - falling * output, choke.unit()));
  }

  @Override
  Quantity output(Quantity price) {
    return new Quantity(
        Math.max(0, (choke.magnitude() - price.magnitude()) / slope.magnitude()), outputUnit());
  }

  @Override
  DemandValue times(double factor, List<String> names) {
    return new LinearDemandValue(
        choke,
        new Quantity(slope.magnitude() / factor, slope.unit(), slope.tangent() / factor),
        growth,
        names);
  }

  @Override
  Value ownMember(String name) {
    return switch (name) {
      case "choke" -> Values.of(choke);
      case "slope" -> Values.of(slope);
      default -> throw Refusal.missing("a linear demand has no " + name);
    };
  }

  @Override
  public String summary() {
    return "linear demand: choke price " + choke.text() + ", slope " + slope.text();
  }
}
