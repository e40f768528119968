package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Scalable;
import org.tidemark.spi.value.Value;

/** What buyers take at each price. A multiplier scales the quantity at every price. */
abstract class DemandValue implements ObjectValue, Scalable, Plottable {
  private final List<String> multipliers;

  DemandValue(List<String> multipliers) {
    this.multipliers = List.copyOf(multipliers);
  }

  /** The price at which a quantity per unit of time is taken. */
  abstract Quantity price(Quantity output);

  /** The quantity per unit of time that is taken at a price. */
  abstract Quantity output(Quantity price);

  /** The same demand with the quantity at every price multiplied. */
  abstract DemandValue times(double factor, List<String> names);

  /** A member other than the quantity. */
  abstract Value ownMember(String name);

  /** From which to which quantity it is worth looking at. */
  abstract IntervalValue worthSeeing();

  @Override
  public final Drawing drawing(String name) {
    return new Drawing.Course(
        "quantity",
        "price",
        this::call,
        Optional.of(worthSeeing()),
        Axis.Scale.LINEAR,
        Axis.Scale.LINEAR,
        List.of());
  }

  @Override
  public final Type parameter() {
    return dimension(worthSeeing().to());
  }

  @Override
  public final Value call(Value argument) {
    return Values.of(price(Values.quantity(argument, "a quantity per unit of time")));
  }

  private static Type dimension(Value value) {
    return QuantityType.of(Values.quantity(value, "a quantity").unit());
  }

  @Override
  public final Value member(String name) {
    if (name.equals("quantity")) {
      return new CallableValue(
          "the quantity demanded at a price",
          () -> dimension(call(worthSeeing().to())),
          price -> Values.of(output(Values.quantity(price, "a price"))));
    }
    return ownMember(name);
  }

  @Override
  public final DemandValue scaled(double factor, String multiplier) {
    if (factor == 1) {
      return this;
    }
    List<String> names = new ArrayList<>(multipliers);
    names.add(multiplier);
    return times(factor, names);
  }

  @Override
  public final List<String> multipliers() {
    return multipliers;
  }

  @Override
  public final String describe() {
    return "a demand";
  }
}
