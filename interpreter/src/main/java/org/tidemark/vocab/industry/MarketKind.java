package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.Value;

/** {@code market name { … }}. */
final class MarketKind implements Kind {
  static final String DEMAND = "demand";
  static final String FIRMS = "firms";
  static final String DRIVES = "drives";
  static final String PRODUCED = "produced";
  static final String UNTIL = "until";
  static final String REMAINING = "remaining";
  static final String START = "start";

  private static final Accept STOCK =
      new Accept("a cumulative output, such as 109.5 EB", Accept.QUANTITY.predicate(), true);

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.required(
              DEMAND,
              Accept.object(DemandType.NAME)
                  .or(
                      new Accept(
                          "a function between price and quantity per time",
                          type ->
                              type instanceof FunctionType f && (f.arity() == 1 || f.arity() < 0),
                          false)),
              "What buyers take: linear(choke: ..., slope: ...), isoelastic(...), or a function"
                  + " from the quantity per time to the price or back."),
          FieldSpec.required(
              FIRMS,
              new Accept("a firm or a list of firms", FirmType::isFirms, false),
              "Who sells in it: a firm, or a list of firms; lists within it are taken together."),
          FieldSpec.optional(
              DRIVES,
              Accept.object(CurveType.NAME),
              "the curve of until",
              "The curve whose cumulative output this market's output is."),
          FieldSpec.optional(
              PRODUCED,
              STOCK,
              "the at of the curve, with a lint unless its as_of is the start",
              "Cumulative output at the start, output, such as 0.94 EB."),
          FieldSpec.optional(
              UNTIL,
              Accept.object(CrossingType.NAME),
              "none; the market is then static",
              "The crossing with which it ends."),
          FieldSpec.optional(
              REMAINING,
              STOCK,
              "the threshold of until less produced",
              "The cumulative output left until the crossing, in place of drives, produced and"
                  + " until."),
          FieldSpec.optional(
              START,
              Accept.DATE,
              "none; solutions then have times and no dates",
              "When it starts."));

  @Override
  public String name() {
    return "market";
  }

  @Override
  public String doc() {
    return """
    A market: a demand, the firms that serve it, and the crossing towards which what they sell
    together brings them. `remaining` gives the distance to the crossing directly. Without
    `until` and `remaining` the market is static.

    Ask it with `equilibrium`, `cooperative` and `planner`.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return Header.fields();
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
        crossing parity when hbm <= 5 USD/GB

        firm hyperscaler[5] {
          discount_rate      = 5 %/year
          continuation_value = 50 BUSD
        }

        market inference {
          demand   = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
          firms    = hyperscaler
          drives   = hbm
          produced = 0.94 EB
          until    = parity
          start    = date(2024)
        }

        nash = equilibrium(inference)
        coop = cooperative(inference)
        show nash.time, nash.date, 1 - nash.time / coop.time, value_loss(nash, coop)
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    return new MarketCheck(declaration).type();
  }

  @Override
  public Value create(DeclaredFields fields) {
    Optional<DateValue> start =
        fields.value(START).filter(DateValue.class::isInstance).map(DateValue.class::cast);
    MarketValue market =
        new MarketValue(
            fields.name(),
            fields.value(DEMAND).orElseThrow(),
            firms(fields),
            fields.value(DRIVES).map(CurveValue.class::cast),
            fields.quantity(PRODUCED),
            fields.value(UNTIL).map(until -> crossing(until, fields.name(), start)),
            fields.quantity(REMAINING),
            start,
            fields.surroundings().units());
    oneWay(market);
    return market;
  }

  private static CrossingValue crossing(Value until, String market, Optional<DateValue> start) {
    if (!(until instanceof DatedCrossingValue dated)) {
      return (CrossingValue) until;
    }
    return dated.from(
        start.orElseThrow(
            () ->
                Problem.of(
                        "E0402",
                        "the crossing "
                            + dated.name()
                            + " reads now, the date, and the market "
                            + market
                            + " does not say when it starts")
                    .withHelp("start = date(2024)")
                    .withHelp("or let the crossing read t, the time since the start")));
  }

  private static List<FirmValue> firms(DeclaredFields fields) {
    List<FirmValue> firms = new ArrayList<>();
    flatten(fields.value(FIRMS).orElseThrow(), firms);
    if (firms.isEmpty()) {
      throw Problem.noSolution(
              "E0601",
              "the market " + fields.name() + " has no firms, and needs somebody to produce")
          .withHelp("give at least one firm")
          .about(FIRMS);
    }
    return List.copyOf(firms);
  }

  private static void flatten(Value value, List<FirmValue> firms) {
    if (value instanceof ListValue list) {
      for (Value element : list.elements()) {
        flatten(element, firms);
      }
    } else if (value instanceof FirmValue firm) {
      firms.add(firm);
    } else {
      throw Problem.of("E0406", "a market has firms, and this is " + value.describe())
          .withHelp("declare it as firm name { ... }")
          .about(FIRMS);
    }
  }

  /**
   * What the checker cannot see of amended copies and of lists that hold several sorts of firms.
   */
  private static void oneWay(MarketValue market) {
    if (market.given().isPresent() && market.until().isPresent()) {
      throw Problem.of(
              "E0406",
              "remaining is given in place of drives, produced and until, and until is set")
          .withHelp("leave out one of the two")
          .about(REMAINING);
    }
    if (market.until().isPresent()
        && market.drives().isPresent()
        && !market.until().get().curve().sameAs(market.drives().get())) {
      throw Problem.of(
              "E0406",
              "the market moves along "
                  + market.drives().get().label().name()
                  + ", and the crossing "
                  + market.until().get().name()
                  + " is one of "
                  + market.until().get().curve().label().name())
          .withHelp("let the crossing compare the curve that the market drives")
          .about(UNTIL);
    }
    if (market.until().isPresent()) {
      Dimension stock = market.until().get().threshold().dimension();
      Optional<Quantity> produced = market.produced();
      if (produced.isPresent() && !fits(produced.get(), stock)) {
        throw Refusal.unlike(PRODUCED, produced.get().dimension(), "the crossing", stock, PRODUCED);
      }
    }
  }

  static boolean fits(Quantity quantity, Dimension wanted) {
    return quantity.dimension().equals(wanted) || quantity.fitsAnything();
  }
}
