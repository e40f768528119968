package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Whether the parts of a market fit together, told from their dimensions. */
final class MarketCheck {
  private final DeclarationCheck declaration;

  MarketCheck(DeclarationCheck declaration) {
    this.declaration = declaration;
  }

  Type type() {
    either();
    startingPoint();
    MarketType market = market();
    if (market == null) {
      return BasicType.UNKNOWN;
    }
    firms(market);
    stocks(market);
    return market.object();
  }

  private void either() {
    List<String> others =
        Stream.of(MarketKind.DRIVES, MarketKind.PRODUCED, MarketKind.UNTIL)
            .filter(declaration::has)
            .toList();
    if (declaration.has(MarketKind.REMAINING) && !others.isEmpty()) {
      String words = Values.words(others);
      declaration.problem(
          MarketKind.REMAINING,
          "E0406",
          "remaining is given in place of drives, produced and until, and "
              + words
              + (others.size() == 1 ? " is set too" : " are set too"),
          "leave out remaining, or leave out " + words);
    }
  }

  /** The default of produced is right only where the curve was measured when the market starts. */
  private void startingPoint() {
    Optional<ObjectType> curve = curve();
    if (curve.isEmpty()
        || !declaration.has(MarketKind.UNTIL)
        || declaration.has(MarketKind.REMAINING)
        || declaration.has(MarketKind.PRODUCED)) {
      return;
    }
    boolean dated = curve.get().member("as_of").isPresent();
    if (curve.get().member("at").isEmpty()) {
      declaration.problem(
          null,
          "E0406",
          "the curve does not say where it starts, so the market needs produced",
          "produced = the cumulative output at the start, such as 0.94 EB");
    } else if (!dated || !declaration.has(MarketKind.START) || datesDiffer(curve.get())) {
      declaration.warning(
          declaration.has(MarketKind.DRIVES) ? MarketKind.DRIVES : MarketKind.UNTIL,
          "W0206",
          "produced is not set, so the market starts at the curve's own reference point",
          "say how much had been made by then: produced = 2.49 EB",
          "or give the curve its date, as_of, and let the market start on it");
    }
  }

  /** Whether the market is known to start on another date than the curve's reference point has. */
  private boolean datesDiffer(ObjectType curve) {
    Optional<Double> asOf = curve.fact(CurveType.AS_OF);
    Optional<Double> start = declaration.constantDate(MarketKind.START);
    return asOf.isPresent() && start.isPresent() && !asOf.get().equals(start.get());
  }

  private Optional<ObjectType> curve() {
    if (declaration.type(MarketKind.DRIVES) instanceof ObjectType curve) {
      return Optional.of(curve);
    }
    return declaration.type(MarketKind.UNTIL) instanceof ObjectType crossing
            && crossing.member("curve").orElse(BasicType.UNKNOWN) instanceof ObjectType curve
        ? Optional.of(curve)
        : Optional.empty();
  }

  // ---- price and output

  private MarketType market() {
    boolean dated = declaration.has(MarketKind.START);
    Type demand = declaration.type(MarketKind.DEMAND);
    if (demand instanceof ObjectType object && object.name().equals(DemandType.NAME)) {
      return object.attribute(DemandType.PRICE) instanceof QuantityType price
              && object.attribute(DemandType.OUTPUT) instanceof QuantityType output
          ? new MarketType(price, output, dated)
          : null;
    }
    return demand instanceof FunctionType ? byFunction(demand, dated) : null;
  }

  /** A function is a direct or an inverse demand, told by what it gives. */
  private MarketType byFunction(Type demand, boolean dated) {
    Optional<QuantityType> output = stock().map(stock -> stock.over(Types.DURATION));
    Optional<QuantityType> price = output.flatMap(this::firmsPrice);
    Optional<QuantityType> gives = known(declaration.apply(demand, List.of(BasicType.UNKNOWN)));
    if (gives.isPresent() && output.isPresent() && gives.get().equals(output.get())) {
      return price.map(p -> new MarketType(p, output.get(), dated)).orElseGet(this::untold);
    }
    if (gives.isPresent()) {
      price = gives;
    }
    if (price.isEmpty() || output.isEmpty()) {
      return untold();
    }
    return new MarketType(price.get(), output.get(), dated);
  }

  /** The price that the firms' cost, or else their worth at the crossing, tells. */
  private Optional<QuantityType> firmsPrice(QuantityType output) {
    Optional<ObjectType> firm = firm();
    if (firm.isEmpty()) {
      return Optional.empty();
    }
    return known(firm.get().attribute(FirmType.COST))
        .or(
            () ->
                known(firm.get().attribute(FirmType.CONTINUATION_VALUE))
                    .map(worth -> worth.over(output.times(Types.DURATION))));
  }

  private MarketType untold() {
    declaration.problem(
        MarketKind.DEMAND,
        "E0406",
        "the dimensions of this demand cannot be told from the function alone",
        "give it as linear(choke: ..., slope: ...) or isoelastic(...)",
        "or set what tells them: the firms' cost, and remaining or drives");
    return null;
  }

  private Optional<QuantityType> stock() {
    Optional<QuantityType> given = known(declaration.type(MarketKind.REMAINING));
    if (given.isEmpty()) {
      given = known(declaration.type(MarketKind.PRODUCED));
    }
    return given.isEmpty()
        ? curve().flatMap(curve -> known(curve.attribute(CurveType.OUTPUT)))
        : given;
  }

  private Optional<ObjectType> firm() {
    return FirmType.in(declaration.type(MarketKind.FIRMS));
  }

  private static Optional<QuantityType> known(Type type) {
    return Types.quantity(type).filter(quantity -> !quantity.isZero());
  }

  // ---- what has to agree with them

  private void firms(MarketType market) {
    Optional<ObjectType> firm = firm();
    if (firm.isPresent()) {
      agree(
          MarketKind.FIRMS,
          "the firms' cost",
          firm.get().attribute(FirmType.COST),
          "the price of this demand",
          market.price());
      agree(
          MarketKind.FIRMS,
          "the firms' capacity",
          firm.get().attribute(FirmType.CAPACITY),
          "the quantity of this demand",
          market.output());
      agree(
          MarketKind.FIRMS,
          "the firms' continuation_value",
          firm.get().attribute(FirmType.CONTINUATION_VALUE),
          "what this market earns over time",
          market.value());
    }
  }

  private void stocks(MarketType market) {
    QuantityType stock = market.stock();
    String wanted = "what this market sells over time";
    if (declaration.type(MarketKind.DRIVES) instanceof ObjectType curve) {
      agree(
          MarketKind.DRIVES,
          "the curve's cumulative output",
          curve.attribute(CurveType.OUTPUT),
          wanted,
          stock);
    }
    if (declaration.type(MarketKind.UNTIL) instanceof ObjectType crossing) {
      agree(
          MarketKind.UNTIL,
          "the crossing's cumulative output",
          crossing.attribute(CrossingType.OUTPUT),
          wanted,
          stock);
    }
    for (String field : List.of(MarketKind.PRODUCED, MarketKind.REMAINING)) {
      agree(field, field, declaration.type(field), wanted, stock);
    }
  }

  private void agree(String field, String what, Type given, String wantedBy, QuantityType wanted) {
    Optional<QuantityType> quantity = known(given);
    if (quantity.isEmpty() || quantity.get().fits(wanted)) {
      return;
    }
    QuantityType have = quantity.get();
    String help;
    if (have.times(Types.DURATION).fits(wanted)) {
      help = "this is a flow and a stock belongs here: multiply it by a time";
    } else if (have.over(Types.DURATION).fits(wanted)) {
      help = "this is a stock and a flow belongs here: divide it by a time";
    } else {
      help = "give both in units of the same dimension, such as " + wanted.unit().text();
    }
    declaration.problem(
        field,
        "E0406",
        what + " is " + have.describe() + ", and " + wantedBy + " is " + wanted.describe(),
        help);
  }
}
