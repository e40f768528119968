package org.tidemark.polyglot.interop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.api.TypedValue;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * A quantity. Without a dimension it is a number as well, and a time is a duration as well. An
 * uncertain one stands for its median and tells of its distribution.
 */
final class QuantityObject extends ValueObject {
  private static final List<String> CERTAIN = List.of("value", "unit", "dimension", "in", "as");
  private static final List<String> UNCERTAIN =
      List.of("value", "unit", "dimension", "in", "as", "median", "mean", "quantile", "sample");
  private static final List<String> WITHOUT_MEAN =
      UNCERTAIN.stream().filter(member -> !member.equals("mean")).toList();
  private static final String VALUE_OF = "valueOf";
  private static final int MOST_DRAWS = 1_000_000;
  private static final double NANOS = 1e9;

  /** Beyond that many seconds, near the age of the universe, nobody wants a duration. */
  private static final double LONGEST = 1e18;

  private final Live live;
  private final QuantityValue value;
  private final Quantity quantity;
  private final String name;
  private final OptionalDouble mean;

  QuantityObject(Live live, QuantityValue value, String name) {
    this.live = live;
    this.value = value;
    this.quantity = value.quantity();
    this.name = name;
    this.mean = value.distribution().map(Distribution::expectation).orElse(OptionalDouble.empty());
  }

  /** What two quantities share that are the same. */
  private record Same(Quantity quantity, Optional<Distribution> distribution) implements ByValue {}

  @Override
  TypedValue typed() {
    return new TypedValue(value, Sorts.of(value));
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    return "quantity";
  }

  @Override
  Object identity() {
    return new Same(quantity, value.distribution());
  }

  @Override
  Optional<Double> number() {
    return quantity.dimension().isNone() ? Optional.of(quantity.magnitude()) : Optional.empty();
  }

  /** Absent for a time that nanoseconds do not hold to nine digits. */
  @Override
  Optional<Duration> duration() {
    double seconds = quantity.magnitude();
    if (!quantity.dimension().equals(Types.TIME) || !(Math.abs(seconds) < LONGEST)) {
      return Optional.empty();
    }
    double whole = Math.floor(seconds);
    double nanos = (seconds - whole) * NANOS;
    boolean held = Math.abs(seconds) >= 1 || nanos == Math.rint(nanos);
    return held
        ? Optional.of(Duration.ofSeconds((long) whole, Math.round(nanos)))
        : Optional.empty();
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(
        value.distribution().isEmpty() ? CERTAIN : mean.isPresent() ? UNCERTAIN : WITHOUT_MEAN);
  }

  /**
   * What JavaScript asks where a number is wanted, as in a comparison; and a mean that there is
   * not, so that whoever asks is told why.
   */
  @Override
  boolean hasUnlisted(String member) {
    return member.equals(VALUE_OF) && number().isEmpty()
        || member.equals("mean") && value.distribution().isPresent();
  }

  @Override
  Object member(String member) {
    return switch (member) {
      case VALUE_OF -> new MethodObject(VALUE_OF, 0, -1, given -> noNumber());
      case "value" -> quantity.in(quantity.unit());
      case "unit" -> quantity.unit().text();
      case "dimension" -> quantity.dimension().describe();
      case "in" -> new MethodObject("in", 1, 1, given -> in(Arguments.text("in", given[0])));
      case "as" -> new MethodObject("as", 1, 1, given -> as(Arguments.text("as", given[0])));
      case "median" -> certain(quantity.magnitude());
      case "mean" -> certain(mean.orElseThrow(this::noMean));
      case "quantile" -> new MethodObject("quantile", 1, 1, given -> quantile(given[0]));
      case "sample" -> new MethodObject("sample", 1, 2, this::sample);
      default -> throw new IllegalArgumentException(member);
    };
  }

  /** JavaScript would compare, or join, the texts of quantities. */
  private Object noNumber() {
    throw TideFailure.of(
        "E0763",
        "a quantity with a unit is no number: " + text(),
        "compare a.in(\"" + quantity.unit().text() + "\"), and join String(a)");
  }

  private TideFailure noMean() {
    return TideFailure.of(
        "E0503",
        text() + " has no mean: its tails are too heavy, or nobody knows it",
        "ask for its median");
  }

  private Object in(String unit) {
    return live.atOnce(() -> live.answer(quantity).in(unit));
  }

  private Object as(String unit) {
    UnitExpression wanted = live.unit(unit);
    in(unit);
    return new QuantityObject(live, new QuantityValue(quantity.as(wanted)), name);
  }

  private Object certain(double magnitude) {
    return live.wrap(certainValue(magnitude), Sorts.of(value));
  }

  private Value certainValue(double magnitude) {
    return new QuantityValue(new Quantity(magnitude, quantity.unit()));
  }

  private Object quantile(Object probability) {
    double p = Arguments.number("quantile", probability);
    if (!(p >= 0 && p <= 1)) {
      throw TideFailure.of(
          "E0503", "a quantile is asked for at a probability from 0 to 1", "quantile(0.05)");
    }
    return certain(value.distribution().orElseThrow().quantile(p));
  }

  /** Draws as {@code sample} of a script makes them, for the input's name and a seed. */
  private Object sample(Object[] given) {
    double wanted = Arguments.number("sample", given[0]);
    if (!(wanted >= 0 && wanted <= MOST_DRAWS && wanted == Math.rint(wanted))) {
      throw TideFailure.of(
          "E0503",
          "a sample has a whole number of draws, up to " + MOST_DRAWS,
          "sample(1000), or sample(1000, 7) for another seed than 1");
    }
    long seed = given.length > 1 ? (long) Arguments.number("sample", given[1]) : 1;
    List<Value> drawn = live.draws(value, name, (int) wanted, seed);
    return ListObject.of(live, new ListValue(drawn), Sorts.of(new ListValue(List.of())));
  }
}
