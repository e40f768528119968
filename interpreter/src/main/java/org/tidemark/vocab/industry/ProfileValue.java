package org.tidemark.vocab.industry;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/** A measure of an outcome: its value at the start, and a function of the remaining distance. */
final class ProfileValue implements ObjectValue, Plottable {
  private final String words;
  private final UnitExpression unit;
  private final UnitExpression along;
  private final DoubleSupplier atStart;
  private final DoubleUnaryOperator atDistance;
  private final ToDoubleFunction<Optional<Quantity>> tangent;
  private final Function<String, Drawing> picture;

  /**
   * A measure.
   *
   * @param words what is measured
   * @param unit to show it in
   * @param along the unit of remaining distances
   * @param atStart in base units
   * @param atDistance in base units
   */
  ProfileValue(
      String words,
      UnitExpression unit,
      UnitExpression along,
      DoubleSupplier atStart,
      DoubleUnaryOperator atDistance) {
    this(words, unit, along, atStart, atDistance, asked -> 0);
  }

  /**
   * A measure that moves with an input.
   *
   * @param tangent its derivative at a distance, or at the start, in base units
   */
  ProfileValue(
      String words,
      UnitExpression unit,
      UnitExpression along,
      DoubleSupplier atStart,
      DoubleUnaryOperator atDistance,
      ToDoubleFunction<Optional<Quantity>> tangent) {
    this(words, unit, along, atStart, atDistance, tangent, null);
  }

  private ProfileValue(
      String words,
      UnitExpression unit,
      UnitExpression along,
      DoubleSupplier atStart,
      DoubleUnaryOperator atDistance,
      ToDoubleFunction<Optional<Quantity>> tangent,
      Function<String, Drawing> picture) {
    this.tangent = tangent;
    this.words = words;
    this.unit = unit;
    this.along = along;
    this.atStart = atStart;
    this.atDistance = atDistance;
    this.picture = picture;
  }

  /** The same with what it looks like under a name. */
  ProfileValue drawn(Function<String, Drawing> look) {
    return new ProfileValue(words, unit, along, atStart, atDistance, tangent, look);
  }

  @Override
  public Drawing drawing(String name) {
    return picture.apply(name);
  }

  /** At a remaining distance, both in base units. */
  double at(double remaining) {
    return atDistance.applyAsDouble(remaining);
  }

  @Override
  public Type parameter() {
    return QuantityType.of(along);
  }

  @Override
  public Value call(Value argument) {
    Quantity remaining = Values.quantity(argument, "a remaining distance");
    if (!(remaining.magnitude() >= 0) || Double.isInfinite(remaining.magnitude())) {
      throw Problem.of(
              "E0501",
              words
                  + " is asked for at a remaining distance of "
                  + remaining.text()
                  + ", which lies behind the crossing or beyond reach")
          .withHelp("ask at a remaining distance of zero or more");
    }
    return Values.of(
        new Quantity(
            atDistance.applyAsDouble(remaining.magnitude()),
            unit,
            tangent.applyAsDouble(Optional.of(remaining))));
  }

  @Override
  public Optional<Quantity> quantity() {
    return Optional.of(
        new Quantity(atStart.getAsDouble(), unit, tangent.applyAsDouble(Optional.empty())));
  }

  @Override
  public Value member(String name) {
    throw Refusal.missing(words + " has no " + name);
  }

  @Override
  public String summary() {
    return words + ": " + new Quantity(atStart.getAsDouble(), unit).text() + " at the start";
  }

  @Override
  public String describe() {
    return "a profile";
  }
}
