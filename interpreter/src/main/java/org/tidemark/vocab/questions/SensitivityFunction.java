package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Magnitudes;

/** {@code sensitivity}: how an answer moves with each input, at the margin. */
final class SensitivityFunction extends BuiltIn {
  private static final String WHAT = "what";
  private static final String TO = "to";
  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
  private static final List<String> COLUMNS =
      List.of("input", "value", "derivative", "elasticity", "method");

  private SensitivityFunction() {
    super("sensitivity");
  }

  static void register(Registry registry) {
    SensitivityFunction sensitivity = new SensitivityFunction();
    registry.function(
        sensitivity
            .spec(
                """
                The derivatives of an answer with respect to the inputs that it rests on, literals
                in fields included, the largest elasticity first. An elasticity is the part by which
                the answer changes when an input changes by a part of itself. Uncertain inputs stand
                at their medians.

                A `param` that is a number is an input by its own name, whatever it takes its value
                from, and what stands behind it is not listed. Any other definition is one where it
                is written as a number.

                Derivatives come from forward differentiation through the model, closed forms and
                solvers included, and are checked by differences of order eight; where a function on
                the way does not know its derivative, `method` says numerical. Inputs that come in
                whole numbers only are left out. `plot` draws the elasticities as bars.

                With `to: r`, one derivative as a quantity, with `.elasticity`, `.error` and
                `.method`. It may be an input of an amended copy, or stand behind params.\
                """)
            .expression(WHAT, Accept.ANYTHING, "the answer")
            .optionalExpression(
                TO, Accept.QUANTITY, "every input", "one input, a definition or a field")
            .body(sensitivity));
  }

  @Override
  public Type of(CallCheck call) {
    Ranking.requireNumber(call, WHAT, name);
    if (!call.has(TO)) {
      Map<String, Type> columns = new LinkedHashMap<>();
      COLUMNS.forEach(column -> columns.put(column, BasicType.TEXT));
      columns.put("elasticity", QuantityType.PURE);
      return new TableType(columns);
    }
    Type answer = Outcomes.differenceType(call.type(WHAT));
    Optional<QuantityType> one = Types.quantity(answer);
    Optional<QuantityType> other = Types.quantity(call.type(TO));
    if (one.isEmpty() || other.isEmpty()) {
      return BasicType.UNKNOWN;
    }
    QuantityType derivative = one.get().over(other.get());
    return ObjectType.named("derivative")
        .quantity(derivative)
        .member("elasticity", QuantityType.PURE)
        .member("error", derivative)
        .member("method", BasicType.TEXT)
        .build();
  }

  @Override
  public Value of(CallValues call) {
    Study study = call.study(WHAT, "");
    Value baseline = Outcomes.plain(study.baseline());
    UnitExpression unit = unit(baseline);
    boolean date = baseline instanceof DateValue;
    if (call.has(TO)) {
      // repeated declarations share the place in which an input is written
      String path = INDEX.matcher(call.lazy(TO).text()).replaceAll("");
      return one(call, path, study, unit, date);
    }
    List<Slope> slopes = new ArrayList<>();
    List<Study.WrittenInput> inputs = study.writtenInputs();
    try (Progress progress =
        call.surroundings()
            .progress("moving the inputs of ".concat(study.text()), inputs.size(), "inputs")) {
      for (Study.WrittenInput input : inputs) {
        call.surroundings().checkpoint();
        Slope.of(study, input).filter(slope -> isTold(slope, input)).ifPresent(slopes::add);
        progress.add(1);
      }
    }
    if (slopes.isEmpty()) {
      throw Problem.of("E0521", "nothing varies: the answer rests on no input that can be moved")
          .withHelp("inputs are numbers written in definitions and fields: param r = 5 %/year");
    }
    slopes.sort(Comparator.comparingDouble(slope -> -Math.abs(slope.elasticity())));
    List<List<Value>> rows = new ArrayList<>();
    for (Slope slope : slopes) {
      double elasticity = slope.elasticity();
      rows.add(
          List.of(
              new TextValue(slope.input().name()),
              new TextValue(slope.input().value().text()),
              new TextValue(quantity(slope.derivative(), slope, unit, date).text()),
              Double.isFinite(elasticity) && !date
                  ? QuantityValue.pure(elasticity)
                  : SpecialValue.MISSING,
              new TextValue(slope.method().text())));
    }
    return new TableValue(
        COLUMNS, rows, Optional.of(new ElasticityPicture(List.copyOf(slopes), date)));
  }

  /** Numbers inside formulas that play no part, such as the ends of a box, are left out. */
  private static boolean isTold(Slope slope, Study.WrittenInput input) {
    return slope.derivative() != 0 || !input.name().endsWith(")");
  }

  private static UnitExpression unit(Value baseline) {
    if (baseline instanceof QuantityValue quantity) {
      return quantity.quantity().unit();
    }
    if (baseline instanceof DateValue) {
      return Magnitudes.timeUnit();
    }
    throw Problem.of(
            "E0503", "a derivative is one of a quantity or a date, not of " + baseline.describe())
        .withHelp("ask for a member of it, for example nash.time");
  }

  private static Quantity quantity(
      double derivative, Slope slope, UnitExpression unit, boolean date) {
    return new Quantity(
        date ? derivative * CalendarDate.SECONDS_PER_YEAR : derivative,
        UnitExpression.ofQuotient(unit, slope.input().value().unit()));
  }

  private static Value one(
      CallValues call, String path, Study study, UnitExpression unit, boolean date) {
    List<Study.WrittenInput> inputs = study.writtenInputs();
    Study.WrittenInput asked =
        inputs.stream()
            .filter(input -> input.name().equals(path))
            .findFirst()
            .or(() -> behind(call.study(TO, "")))
            .orElse(null);
    if (asked != null) {
      Slope slope = Slope.of(study, asked).orElse(null);
      boolean listed = inputs.stream().anyMatch(input -> input.place().equals(asked.place()));
      if (slope != null && (listed || slope.derivative() != 0)) {
        return new DerivativeValue(slope, unit, date);
      }
      if (listed) {
        throw Problem.of("E0521", "the answer does not move with " + path)
            .withHelp("it may come in whole numbers only, or play no part");
      }
    }
    String names = String.join(", ", inputs.stream().map(Study.WrittenInput::name).toList());
    throw Problem.of("E0521", "the answer rests on no input " + path)
        .withHelp(names.isEmpty() ? "it rests on no number at all" : "it rests on " + names)
        .about(TO);
  }

  /**
   * The one input that a definition or a field is, under whatever name: the input of an amended
   * copy, or a definition that parameters take their values from.
   */
  private static Optional<Study.WrittenInput> behind(Study definition) {
    List<Study.WrittenInput> inputs = definition.writtenInputs();
    if (inputs.size() != 1) {
      return Optional.empty();
    }
    Study.WrittenInput input = inputs.get(0);
    return Outcomes.plain(definition.along(input).value().orElse(SpecialValue.MISSING))
                instanceof QuantityValue value
            && value.quantity().tangent() == 1
            && value.quantity().magnitude() == input.value().magnitude()
        ? Optional.of(input)
        : Optional.empty();
  }

  /** One derivative. */
  private record DerivativeValue(Slope slope, UnitExpression unit, boolean date)
      implements ObjectValue {
    @Override
    public Value member(String name) {
      return switch (name) {
        case "elasticity" -> QuantityValue.pure(slope.elasticity());
        case "error" ->
            new QuantityValue(SensitivityFunction.quantity(slope.error(), slope, unit, date));
        default -> new TextValue(slope.method().text());
      };
    }

    @Override
    public Optional<Quantity> quantity() {
      return Optional.of(SensitivityFunction.quantity(slope.derivative(), slope, unit, date));
    }

    @Override
    public String describe() {
      return "a derivative";
    }

    @Override
    public String summary() {
      return quantity().orElseThrow().text() + " (" + slope.method().text() + ")";
    }
  }
}
