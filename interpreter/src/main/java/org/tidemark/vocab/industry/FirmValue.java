package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;

/**
 * A firm as it is declared.
 *
 * @param name of the declaration
 * @param identity of the declaration
 * @param cost of one unit where it is constant; none where it follows a curve
 * @param costCurve of one unit where it follows a curve
 * @param capacity the most it can make per unit of time
 * @param construction of more capacity, where it is under way
 * @param discountRate continuous
 * @param continuationValue what it is worth at the crossing
 */
record FirmValue(
    String name,
    Object identity,
    Quantity cost,
    Optional<CurveValue> costCurve,
    Optional<Quantity> capacity,
    Optional<Construction> construction,
    Optional<Quantity> discountRate,
    Quantity continuationValue)
    implements ObjectValue, Plottable {

  /** The cost, where it follows a curve. */
  @Override
  public Drawing drawing(String label) {
    return costCurve
        .orElseThrow(
            () ->
                Charts.nothingToDraw(
                        "the firm "
                            + name
                            + " has the one cost "
                            + cost.text()
                            + ", whatever it makes")
                    .withHelp("plot what comes of its market: plot nash(...)")
                    .withHelp("or let its cost follow a curve: cost = wright(...)"))
        .drawing(label);
  }

  /** A firm that builds nothing. */
  FirmValue(
      String name,
      Object identity,
      Quantity cost,
      Optional<CurveValue> costCurve,
      Optional<Quantity> capacity,
      Optional<Quantity> discountRate,
      Quantity continuationValue) {
    this(
        name,
        identity,
        cost,
        costCurve,
        capacity,
        Optional.empty(),
        discountRate,
        continuationValue);
  }

  /**
   * Capacity under construction.
   *
   * @param duration until there is as much as the firm wants
   * @param expansion by how much capacity grows per time until then
   */
  record Construction(Quantity duration, Optional<Quantity> expansion) {}

  @Override
  public Value member(String member) {
    return switch (member) {
      case "name" -> new TextValue(name);
      case FirmType.COST -> costCurve.isPresent() ? costCurve.get() : Values.of(cost);
      case FirmType.CAPACITY -> Values.of(capacity.orElseThrow(() -> unset(member)));
      case FirmType.CONSTRUCTION ->
          Values.of(construction.orElseThrow(() -> unset(member)).duration());
      case FirmType.EXPANSION ->
          Values.of(construction.flatMap(Construction::expansion).orElseThrow(() -> unset(member)));
      case FirmType.DISCOUNT_RATE -> Values.of(discountRate.orElseThrow(() -> unset(member)));
      case FirmType.CONTINUATION_VALUE -> Values.of(continuationValue);
      default -> throw Refusal.missing("a firm has no " + member);
    };
  }

  /** Whether another firm has the same cost, capacity, discount rate and continuation value. */
  boolean isLike(FirmValue other) {
    if (other == this) {
      // alike in everything, one object may stand for all of them
      return true;
    }
    boolean sameCost =
        costCurve.isPresent()
            ? other.costCurve.isPresent() && costCurve.get().sameAs(other.costCurve.get())
            : other.costCurve.isEmpty() && cost.magnitude() == other.cost.magnitude();
    return sameCost
        && magnitude(capacity) == magnitude(other.capacity)
        && magnitude(discountRate) == magnitude(other.discountRate)
        && continuationValue.magnitude() == other.continuationValue.magnitude();
  }

  /** Infinite where it is not set. */
  private static double magnitude(Optional<Quantity> quantity) {
    return quantity.map(Quantity::magnitude).orElse(Double.POSITIVE_INFINITY);
  }

  private RuntimeException unset(String field) {
    return Refusal.missing("the firm " + name + " sets no " + field);
  }

  @Override
  public String summary() {
    StringBuilder text = new StringBuilder("firm ").append(name);
    text.append(": cost ")
        .append(costCurve.isPresent() ? costCurve.get().label().name() : cost.text());
    capacity.ifPresent(most -> text.append(", capacity ").append(most.text()));
    discountRate.ifPresent(rate -> text.append(", discount rate ").append(rate.text()));
    return text.append(", continuation value ").append(continuationValue.text()).toString();
  }

  @Override
  public String describe() {
    return "a firm";
  }
}
