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
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Value;

/** {@code multiplier name on path = factor}. */
final class MultiplierKind implements Kind {
  private static final String FACTOR = "factor";

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.required(
              FACTOR, Accept.NUMBER, "By how much the target is multiplied, a number above 0."));

  @Override
  public String name() {
    return "multiplier";
  }

  @Override
  public String doc() {
    return """
    A factor on a demand, a curve or any quantity of the same model: whoever reads the target
    sees it scaled. On a demand it scales the quantity at every price. Several on one target
    multiply, in whatever order they stand; `with { name = 1 }` takes one out, and a solution
    lists those in force under `.multipliers`.

    On a linear demand the factor may read `t`, the time since the market's start, and then moves;
    `plot` draws it in time.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return new Header(Optional.of(FACTOR), true, false, Optional.empty(), false, false);
  }

  @Override
  public Optional<String> clock() {
    return Optional.of("t");
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        volume = 2 EB/year
        multiplier agentic on volume = 10
        show volume
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    Type target = declaration.target();
    if (!isScalable(target)) {
      declaration.problem(
          null,
          "E0406",
          "a multiplier works on a quantity, a curve or a demand, and this is " + target.describe(),
          target instanceof FunctionType
              ? "give the demand as linear(choke: ..., slope: ...) or isoelastic(...)"
              : "name a quantity, a curve, or a market's demand as in inference.demand");
    }
    if (!declaration.readsClock()) {
      return QuantityType.PURE;
    }
    if ((target instanceof ObjectType object && !object.name().equals(DemandType.NAME))
        || target instanceof QuantityType) {
      declaration.problem(
          FACTOR,
          "E0406",
          "a multiplier that moves in time works on a demand, and this is " + target.describe(),
          "for a threshold that moves, let the crossing compare with a function of t");
    }
    return ObjectType.named("factor")
        .quantity(QuantityType.PURE)
        .callable(Types.DURATION, QuantityType.PURE)
        .plotted()
        .build();
  }

  private static boolean isScalable(Type target) {
    if (target instanceof ListType list) {
      return list.element() == BasicType.UNKNOWN || list.element() instanceof QuantityType;
    }
    if (target instanceof ObjectType object) {
      return object.name().equals(CurveType.NAME) || object.name().equals(DemandType.NAME);
    }
    return target instanceof QuantityType || target == BasicType.UNKNOWN;
  }

  @Override
  public Value create(DeclaredFields fields) {
    Value factor = fields.value(FACTOR).orElseThrow();
    Quantity number = checked(fields, factor);
    return fields.readsClock()
        ? new MovingFactorValue(number, time -> checked(fields, fields.valueAsOf(FACTOR, time)))
        : factor;
  }

  private static Quantity checked(DeclaredFields fields, Value factor) {
    Quantity number = Values.quantity(factor, "a multiplier");
    if (!(number.magnitude() > 0) || Double.isInfinite(number.magnitude())) {
      throw Problem.of(
              "E0501",
              "the multiplier "
                  + fields.name()
                  + " is "
                  + number.text()
                  + ", and has to be above 0")
          .withHelp("to take it out, write 1")
          .about(FACTOR);
    }
    return number;
  }
}
