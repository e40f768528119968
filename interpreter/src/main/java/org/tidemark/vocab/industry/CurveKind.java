package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/** {@code curve name = law}: a cost that depends on cumulative output. */
final class CurveKind implements Kind {
  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.required(
              "law",
              new Accept(
                      "wright(...) or a function of cumulative output",
                      Accept.FUNCTION.predicate(),
                      false)
                  .or(new Accept("a constant cost", Accept.QUANTITY.predicate(), false)),
              "The cost of a unit as a function of cumulative output."));

  @Override
  public String name() {
    return "curve";
  }

  @Override
  public String doc() {
    return """
    A cost that depends on cumulative output: Wright's learning curve, or any function.

    Called with a cumulative output it gives the cost; `.inverse(cost)` gives the cumulative
    output at which a cost is reached, in closed form for `wright` and by search otherwise. In
    the `when` of a crossing it stands for its cost at the running cumulative output. A Wright
    curve also has `elasticity`, `learning_rate`, `progress_ratio`, `at`, `cost` and, where it
    was given, `as_of`.

    `plot hbm` draws the cost over cumulative output, with the thresholds of the crossings that
    are declared on it; a Wright curve over factors, on logarithmic axes.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return Header.value("law");
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
        curve battery = Q => 40 USD/kWh + 60 USD/kWh * (Q / (1 TWh))^-0.4

        show hbm(10 EB), hbm.inverse(5 USD/GB), hbm.elasticity
        show battery(2 TWh), battery.inverse(60 USD/kWh)
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    Type law = declaration.type("law");
    if (law instanceof ObjectType object && object.name().equals(CurveType.NAME)) {
      return CurveType.copyOf(object);
    }
    if (law instanceof ObjectType object && object.parameter().isPresent()) {
      Type output = object.parameter().get();
      if (output != BasicType.UNKNOWN && Types.quantity(output).isEmpty()) {
        declaration.problem(
            "law",
            "E0406",
            "a curve is a function of cumulative output, and this is one of " + output.describe(),
            "take the cost by cumulative output instead");
        return BasicType.UNKNOWN;
      }
      return costly(declaration, object.result(), object.parameter().get());
    }
    if (law instanceof FunctionType function) {
      if (function.arity() >= 0 && function.arity() != 1) {
        declaration.problem(
            "law",
            "E0406",
            "a curve is a function of cumulative output alone, and this is " + law.describe(),
            "write for example Q => 40 USD/kWh + 60 USD/kWh * (Q / (1 TWh))^-0.4");
        return BasicType.UNKNOWN;
      }
      return costly(
          declaration, declaration.apply(law, List.of(BasicType.UNKNOWN)), BasicType.UNKNOWN);
    }
    return costly(declaration, law, BasicType.UNKNOWN);
  }

  private static Type costly(DeclarationCheck declaration, Type cost, Type output) {
    Optional<QuantityType> quantity = Types.quantity(cost);
    if (quantity.isPresent()) {
      return CurveType.general(quantity.get(), output);
    }
    if (cost != BasicType.UNKNOWN) {
      declaration.problem(
          "law",
          "E0406",
          "a curve gives a cost, and this gives " + cost.describe(),
          "let the function give money per unit, or a pure number");
      return BasicType.UNKNOWN;
    }
    return CurveType.general(BasicType.UNKNOWN, output);
  }

  @Override
  public Value create(DeclaredFields fields) {
    Value law = fields.value("law").orElseThrow();
    if (law instanceof CurveValue curve) {
      return curve.declaredAs(fields.name(), fields.identity());
    }
    return new FunctionCurveValue(
        law(law, fields),
        1,
        outputUnit(law),
        fields.surroundings(),
        new CurveLabel(fields.name(), fields.identity(), List.of()));
  }

  /** A series knows where it starts, and so in what cumulative output is counted. */
  private static Optional<UnitExpression> outputUnit(Value law) {
    if (!(law instanceof ObjectValue object) || Values.find(law).isPresent()) {
      return Optional.empty();
    }
    try {
      return Values.find(object.member("from")).map(Quantity::unit);
    } catch (RuntimeException noSuchMember) {
      return Optional.empty();
    }
  }

  private static Law law(Value law, DeclaredFields fields) {
    Optional<Quantity> constant = Values.find(law);
    if (constant.isPresent()) {
      return cumulative -> constant.get();
    }
    return new FunctionLaw(law, fields);
  }
}
