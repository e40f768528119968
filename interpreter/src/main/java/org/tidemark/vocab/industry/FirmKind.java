package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Value;

/** {@code firm name { … }}. */
final class FirmKind implements Kind {
  private static final Quantity ZERO = Quantity.pure(0);

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              FirmType.COST,
              new Accept("a cost per unit, such as 2 USD/GB", Accept.QUANTITY.predicate(), false)
                  .or(Accept.object(CurveType.NAME)),
              "0",
              "The cost of one more unit, money per unit; may be a curve."),
          FieldSpec.optional(
              FirmType.CAPACITY,
              Accept.quantity("an output per time, such as 40 EB/year", Flows::isFlow),
              "none",
              "The most that it can make, output per time."),
          FieldSpec.optional(
              FirmType.CONSTRUCTION,
              Accept.TIME,
              "none",
              "How long it builds: until then it makes its capacity at most, from then on as much"
                  + " as it wants."),
          FieldSpec.optional(
              FirmType.EXPANSION,
              Accept.quantity(
                  "an output per time and time, such as 1 EB/year/year",
                  dimension -> Flows.isFlow(dimension.times(Types.TIME))),
              "0",
              "By how much its capacity grows while it builds, output per time and time."),
          FieldSpec.optional(
              FirmType.DISCOUNT_RATE,
              Accept.RATE,
              "none; a market with a crossing needs one",
              "The rate at which it discounts, continuous, such as 5 %/year."),
          FieldSpec.optional(
              FirmType.CONTINUATION_VALUE,
              Accept.quantity("a worth, such as 50 BUSD", Flows::isStock),
              "0",
              "What this one firm is worth at the crossing, from then on, money."));

  @Override
  public String name() {
    return "firm";
  }

  @Override
  public String doc() {
    return """
    A firm: what one more unit costs it, how it discounts, and what it is worth from the
    crossing on. `firm f[5] { ... }` makes five alike, `firm g extends f { ... }` one that
    differs in what it sets.

    A market may hold firms alike and firms that differ. `plot` of a firm draws its cost, where
    that follows a curve.\
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
        firm hyperscaler[5] {
          cost               = 2 USD/GB
          discount_rate      = 5 %/year
          continuation_value = 50 BUSD
        }
        show hyperscaler[0].cost, hyperscaler[0].name
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    constant(declaration, FirmType.CAPACITY, "a capacity is above 0", false);
    constant(
        declaration,
        FirmType.CONTINUATION_VALUE,
        "a continuation value is not below 0: a firm that loses by the crossing stops short of it",
        true);
    constant(declaration, FirmType.DISCOUNT_RATE, "a discount rate is above 0", false);
    return FirmType.of(declaration);
  }

  private static void constant(
      DeclarationCheck declaration, String field, String rule, boolean zeroAllowed) {
    Optional<Double> constant = declaration.constant(field);
    if (constant.isPresent() && !(zeroAllowed ? constant.get() >= 0 : constant.get() > 0)) {
      declaration.problem(
          field, "E0406", rule, "give " + (zeroAllowed ? "zero or more" : "one above 0"));
    }
  }

  private static Optional<FirmValue.Construction> construction(DeclaredFields fields) {
    Optional<Quantity> expansion = fields.quantity(FirmType.EXPANSION);
    Optional<Quantity> duration = fields.quantity(FirmType.CONSTRUCTION);
    if (expansion.isPresent() && duration.isEmpty()) {
      throw needs(fields, FirmType.EXPANSION, FirmType.CONSTRUCTION, "construction = 3 year");
    }
    if (duration.isPresent() && !fields.has(FirmType.CAPACITY)) {
      throw needs(fields, FirmType.CONSTRUCTION, FirmType.CAPACITY, "capacity = 2 EB/year");
    }
    return duration.map(time -> new FirmValue.Construction(time, expansion));
  }

  private static Problem needs(
      DeclaredFields fields, String given, String missing, String example) {
    return Problem.of(
            "E0402", "the firm " + fields.name() + " sets " + given + " and needs " + missing)
        .withHelp(example)
        .about(given);
  }

  @Override
  public Value create(DeclaredFields fields) {
    Optional<CurveValue> curve =
        fields
            .value(FirmType.COST)
            .filter(CurveValue.class::isInstance)
            .map(CurveValue.class::cast);
    return new FirmValue(
        fields.name(),
        fields.identity(),
        curve.isPresent() ? ZERO : fields.quantity(FirmType.COST).orElse(ZERO),
        curve,
        fields.quantity(FirmType.CAPACITY),
        construction(fields),
        fields.quantity(FirmType.DISCOUNT_RATE),
        fields.quantity(FirmType.CONTINUATION_VALUE).orElse(ZERO));
  }
}
