package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Scalable;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * A market as it is declared.
 *
 * @param name of the declaration
 * @param demand as it is given: a demand, or a function
 * @param firms who sells in it, at least one
 * @param drives the curve along which its output moves
 * @param produced cumulative output at the start
 * @param until the crossing that ends it
 * @param given remaining cumulative output, where it is given directly
 * @param start when it starts
 * @param units known to the script
 */
record MarketValue(
    String name,
    Value demand,
    List<FirmValue> firms,
    Optional<CurveValue> drives,
    Optional<Quantity> produced,
    Optional<CrossingValue> until,
    Optional<Quantity> given,
    Optional<DateValue> start,
    UnitTable units)
    implements ObjectValue {

  /** Whether something is crossed in it. */
  boolean isDynamic() {
    return until.isPresent() || given.isPresent();
  }

  /** The same with other firms and without an end, so that nobody looks ahead. */
  MarketValue atRest(List<FirmValue> others) {
    return new MarketValue(
        name,
        demand,
        others,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        start,
        units);
  }

  /** The curve along which its output moves: the one named, else the one that crosses. */
  Optional<CurveValue> curve() {
    return drives.isPresent() ? drives : until.map(CrossingValue::curve);
  }

  /** Whether it starts from the curve's reference point for want of anything better. */
  boolean startsAtReference() {
    return until.isPresent() && produced.isEmpty();
  }

  /** Cumulative output at the start. */
  Quantity startingOutput() {
    return produced
        .or(() -> curve().flatMap(CurveValue::reference))
        .orElseThrow(
            () ->
                Problem.of(
                        "E0402",
                        "the market "
                            + name
                            + " needs produced: its curve does not say where it"
                            + " starts")
                    .withHelp("produced = the cumulative output at the start"));
  }

  /** The output that is left until the crossing; negative where that has been passed. */
  Quantity remaining() {
    if (given.isPresent()) {
      if (given.get().magnitude() < 0) {
        throw Problem.noSolution(
                "E0601",
                "remaining is "
                    + given.get().text()
                    + " in the market "
                    + name
                    + ", and a distance is not below 0")
            .withHelp("give the cumulative output that is left until the crossing, 0 at least");
      }
      return given.get();
    }
    Quantity threshold = until.orElseThrow().threshold();
    Quantity from = startingOutput();
    return new Quantity(
        threshold.magnitude() - from.magnitude(),
        threshold.unit(),
        threshold.tangent() - from.tangent());
  }

  /** The names of the multipliers in force on the demand and the curve. */
  List<String> multipliers() {
    List<String> names = new ArrayList<>();
    if (demand instanceof Scalable scaled) {
      names.addAll(scaled.multipliers());
    }
    if (curve().isPresent()) {
      for (String multiplier : curve().get().multipliers()) {
        if (!names.contains(multiplier)) {
          names.add(multiplier);
        }
      }
    }
    return names;
  }

  @Override
  public Value member(String member) {
    if (member.equals("name")) {
      return new TextValue(name);
    }
    throw Refusal.missing("a market has no " + member);
  }

  @Override
  public String summary() {
    return "market "
        + name
        + " of "
        + firms.size()
        + (firms.size() == 1 ? " firm" : " firms")
        + until.map(crossing -> ", until " + crossing.name()).orElse("")
        + given.map(left -> ", " + left.text() + " before the crossing").orElse("");
  }

  @Override
  public String describe() {
    return "a market";
  }
}
