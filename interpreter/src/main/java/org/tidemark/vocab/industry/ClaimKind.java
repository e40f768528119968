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
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code claim name "title" { … }}: a number that a source reports, set against the model's. */
final class ClaimKind implements Kind {
  private static final String TITLE = "title";
  private static final String REPORTED = "reported";
  private static final String COMPUTED = "computed";
  private static final String SOURCE = "source";
  private static final String TOLERANCE = "tolerance";
  private static final String RELATIVE = "relative";

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              TITLE, Accept.TEXT, "the name", "What is claimed, in words; stands behind the name."),
          FieldSpec.required(
              REPORTED,
              Accept.ANYTHING,
              "What the source reports: a quantity, a date, an interval of either, a text, a truth"
                  + " value, or a list."),
          FieldSpec.required(COMPUTED, Accept.ANYTHING, "What the model gives for it."),
          FieldSpec.optional(SOURCE, Accept.TEXT, "not said", "Where the report stands."),
          FieldSpec.optional(
              TOLERANCE,
              new Accept(
                  "an absolute tolerance, in the unit of what is reported",
                  Accept.QUANTITY.predicate(),
                  true),
              "half a unit of the last digit of reported, in the unit that it is written in",
              "How far apart the two may be, in the dimension of reported; a time for dates."),
          FieldSpec.optional(
              RELATIVE,
              Accept.NUMBER,
              "none",
              "How far apart the two may be, as a share of reported, in place of tolerance."));

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public String doc() {
    return """
    A number that a source reports, set against what the model computes. Where the two agree
    within the tolerance the claim is `reproduced`, else it is `contradicted`; `reported`,
    `computed`, `difference`, `verdict`, `source` and `holds` can be asked for.

    The default tolerance is half a unit of the last digit of `reported`, read from its shortest
    form in its unit: 34.1 % allows 0.05 %, 600 BUSD allows 0.5 BUSD, 1.2e12 token allows
    0.05e12 token; a date that is the start of a year or month allows half of one. Trailing zeros
    are not seen: for 3.80 year write a `tolerance`.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return new Header(Optional.empty(), false, false, Optional.of(TITLE), true, false);
  }

  @Override
  public boolean takesMissing() {
    return true;
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)

        claim stock "cumulative output at which HBM costs 5 USD/GB" {
          reported  = 112 EB
          computed  = hbm.inverse(5 USD/GB)
          source    = "working paper, 3.7"
          tolerance = 2 EB
        }
        show stock.verdict, stock.difference
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    Type reported = declaration.type(REPORTED);
    Type computed = declaration.type(COMPUTED);
    Type wanted = reported instanceof IntervalType interval ? interval.element() : reported;
    if (!isComparable(wanted)) {
      declaration.problem(
          REPORTED,
          "E0406",
          "a claim reports a quantity, a date, an interval, a text, a truth value or a list, and"
              + " this is "
              + reported.describe(),
          "take the number out of it that the source reports");
    } else if (!Types.fits(wanted, computed)) {
      declaration.problem(
          COMPUTED,
          "E0406",
          "what is computed is "
              + computed.describe()
              + ", and what is reported "
              + wanted.describe(),
          "report and compute the same thing");
    }
    tolerance(declaration, wanted);
    Type difference = difference(wanted);
    return ObjectType.named("claim")
        .member("title", BasicType.TEXT)
        .member(REPORTED, reported)
        .member(COMPUTED, computed)
        .member("difference", difference)
        .member("verdict", BasicType.TEXT)
        .member("holds", BasicType.BOOL)
        .member(SOURCE, BasicType.TEXT)
        .build();
  }

  private static boolean isComparable(Type type) {
    if (type instanceof ListType list) {
      return isComparable(list.element());
    }
    return type instanceof BasicType || Types.quantity(type).isPresent();
  }

  private static Type difference(Type type) {
    if (type instanceof ListType list) {
      return new ListType(difference(list.element()));
    }
    if (type == BasicType.DATE) {
      return Types.DURATION;
    }
    Optional<QuantityType> quantity = Types.quantity(type);
    return quantity.isPresent() ? quantity.get() : BasicType.UNKNOWN;
  }

  private static void tolerance(DeclarationCheck declaration, Type wanted) {
    if (declaration.has(TOLERANCE) && declaration.has(RELATIVE)) {
      declaration.problem(
          RELATIVE,
          "E0406",
          "a claim has an absolute tolerance or a relative one, not both",
          "leave one out");
    }
    Type element = wanted instanceof ListType list ? list.element() : wanted;
    Type allowed = difference(element);
    if (declaration.has(TOLERANCE)
        && allowed instanceof QuantityType quantity
        && !declaration.quantity(TOLERANCE).fits(quantity)) {
      declaration.problem(
          TOLERANCE,
          "E0406",
          "the tolerance is "
              + declaration.quantity(TOLERANCE).describe()
              + ", and what it applies to is "
              + quantity.describe(),
          "an absolute tolerance has the dimension of reported; for a share write relative");
    }
  }

  @Override
  public Value create(DeclaredFields fields) {
    Optional<Double> absolute = fields.quantity(TOLERANCE).map(q -> q.magnitude());
    Optional<Double> relative = fields.quantity(RELATIVE).map(q -> q.magnitude());
    notNegative(absolute, TOLERANCE);
    notNegative(relative, RELATIVE);
    ClaimTolerance tolerance = new ClaimTolerance(absolute, relative, fields.written(REPORTED));
    Value reported = fields.value(REPORTED).orElseThrow();
    Value computed = fields.value(COMPUTED).orElseThrow();
    return new Claim(
        text(fields, TITLE).orElse(fields.name()),
        reported,
        inUnitOf(reported, computed),
        ClaimComparison.of(reported, computed, tolerance),
        text(fields, SOURCE).orElse(""));
  }

  /** What is computed is shown in the unit of the report. */
  private static Value inUnitOf(Value reported, Value computed) {
    Value sample = reported instanceof IntervalValue interval ? interval.from() : reported;
    Optional<Quantity> unit = Values.find(sample);
    Optional<Quantity> value = Values.find(computed);
    return unit.isPresent()
            && value.isPresent()
            && unit.get().dimension().equals(value.get().dimension())
        ? Values.of(value.get().as(unit.get().unit()))
        : computed;
  }

  private static Optional<String> text(DeclaredFields fields, String field) {
    return fields
        .value(field)
        .filter(TextValue.class::isInstance)
        .map(value -> ((TextValue) value).text());
  }

  private static void notNegative(Optional<Double> value, String field) {
    if (value.isPresent() && !(value.get() >= 0)) {
      throw Problem.of("E0501", "a tolerance is not below 0")
          .withHelp("give zero or more")
          .about(field);
    }
  }
}
