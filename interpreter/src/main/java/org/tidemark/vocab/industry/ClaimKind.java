package org.tidemark.vocab.industry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Takes;

/** {@code claim name "title" { … }}: a number that a source reports, set against the model's. */
final class ClaimKind implements Kind {
  static final String TITLE = "title";
  static final String REPORTED = "reported";
  static final String AT_LEAST = "at_least";
  static final String AT_MOST = "at_most";
  static final String COMPUTED = "computed";
  static final String READINGS = "readings";
  static final String SOURCE = "source";
  static final String TOLERANCE = "tolerance";
  static final String RELATIVE = "relative";
  static final String ROWS = "rows";
  static final String ITEM = "item";
  static final String REMARK = "remark";

  /** What is reported; a claim has one of them. */
  static final List<String> REPORTS = List.of(REPORTED, AT_LEAST, AT_MOST);

  /** What is computed for it; a claim has one of them. */
  static final List<String> COMPUTATIONS = List.of(COMPUTED, READINGS);

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              TITLE, Accept.TEXT, "the name", "What is claimed, in words; stands behind the name."),
          FieldSpec.optional(
              REPORTED,
              Accept.ANYTHING,
              "at_least or at_most",
              "What the source reports: a quantity, a date, an interval of either, a text, a truth"
                  + " value, or a list."),
          FieldSpec.optional(
              AT_LEAST,
              Accept.ANYTHING,
              "reported or at_most",
              "Where the source reports a lower bound: a quantity or a date."),
          FieldSpec.optional(
              AT_MOST,
              Accept.ANYTHING,
              "reported or at_least",
              "Where the source reports an upper bound: a quantity or a date."),
          FieldSpec.optional(COMPUTED, Accept.ANYTHING, "readings", "What the model gives for it."),
          FieldSpec.optional(
              READINGS,
              Accept.RECORD,
              "computed",
              "What the model gives for each way in which the source can be read, by name."),
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
              "How far apart the two may be, as a share of reported, in place of tolerance."),
          FieldSpec.optional(
              ROWS,
              Takes.TEXTS,
              "none",
              "The rows of an inventory of sources that it checks, by their identifiers."),
          FieldSpec.optional(
              ITEM, Accept.TEXT, "not said", "Which known inconsistency it belongs to."),
          FieldSpec.optional(
              REMARK, Accept.TEXT, "none", "What else there is to say; may hold computed values."));

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public String doc() {
    return """
    A number that a source reports, set against what the model computes. Where the two agree
    within the tolerance the claim is `reproduced`, else it is `contradicted`. A source that can be
    read in several ways has `readings` in place of `computed`: where some agree and some do not,
    the claim is `ambiguous`. A source that reports a bound has `at_least` or `at_most` in place of
    `reported`.

    Where what is computed is `missing`, or the model refuses to compute it, the claim is `not
    reproducible`; `needs` lists the inputs that are missing, with what they are and where they
    would come from, and `refusal` says why the model refuses. Readings that cannot be computed are
    listed and otherwise left aside. The run goes on.

    `reported`, `computed`, `readings`, `difference`, `verdict`, `verdicts` by reading, `holds`,
    `needs`, `refusal`, `rows`, `item`, `remark`, `title` and `source` can be asked for.

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

        claim growth "usage grows fourfold while the price falls to a fifth" {
          at_least = 4
          readings = { tokens: 4, spending: 4 * 0.2154 }
        }
        show growth.verdict, growth.verdicts
        """);
  }

  @Override
  public List<List<String>> alternatives() {
    return List.of(REPORTS, COMPUTATIONS);
  }

  @Override
  public Set<String> inParts() {
    return Set.of(COMPUTED, READINGS, REMARK);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    String report = set(declaration, REPORTS);
    Type reported = declaration.type(report);
    Type wanted = reported instanceof IntervalType interval ? interval.element() : reported;
    if (!report.equals(REPORTED) && !isOrdered(reported)) {
      declaration.problem(
          report,
          "E0417",
          "a bound is a quantity or a date, and this is " + reported.describe(),
          "give the number that the source reports; for anything else write reported = ...");
    } else if (!isComparable(wanted)) {
      declaration.problem(
          report,
          "E0406",
          "a claim reports a quantity, a date, an interval, a text, a truth value or a list, and"
              + " this is "
              + reported.describe(),
          "take the number out of it that the source reports");
    } else {
      computed(declaration, wanted);
    }
    tolerance(declaration, wanted);
    Type computed = declaration.type(set(declaration, COMPUTATIONS));
    boolean named = declaration.has(READINGS);
    Type texts = new ListType(BasicType.TEXT);
    return ObjectType.named("claim")
        .member(TITLE, BasicType.TEXT)
        .member(REPORTED, reported)
        .member(COMPUTED, computed)
        .member(READINGS, computed)
        .member("difference", each(computed, named, difference(wanted)))
        .member("verdict", BasicType.TEXT)
        .member("verdicts", each(computed, named, BasicType.TEXT))
        .member("holds", BasicType.BOOL)
        .member("needs", texts)
        .member("refusal", BasicType.TEXT)
        .member(ROWS, texts)
        .member(ITEM, BasicType.TEXT)
        .member(REMARK, BasicType.TEXT)
        .member(SOURCE, BasicType.TEXT)
        .build();
  }

  private static String set(DeclarationCheck declaration, List<String> group) {
    return group.stream().filter(declaration::has).findFirst().orElse(group.get(0));
  }

  private static boolean isOrdered(Type type) {
    return type == BasicType.DATE
        || type == BasicType.UNKNOWN
        || type == BasicType.MISSING
        || Types.quantity(type).isPresent();
  }

  /** The type of something that there is once for each reading. */
  private static Type each(Type computed, boolean named, Type one) {
    if (!named || !(computed instanceof RecordType record)) {
      return one;
    }
    Map<String, Type> types = new LinkedHashMap<>();
    record.fields().keySet().forEach(name -> types.put(name, one));
    return new RecordType(types);
  }

  private static void computed(DeclarationCheck declaration, Type wanted) {
    if (declaration.has(COMPUTED) && !Types.fits(wanted, declaration.type(COMPUTED))) {
      declaration.problem(
          COMPUTED,
          "E0406",
          "what is computed is "
              + declaration.type(COMPUTED).describe()
              + ", and what is reported "
              + wanted.describe(),
          "report and compute the same thing");
    }
    if (!(declaration.type(READINGS) instanceof RecordType readings)) {
      return;
    }
    if (readings.fields().isEmpty()) {
      declaration.problem(
          READINGS,
          "E0418",
          "there is no reading in it",
          "name each: readings = { volume: ..., revenue: ... }");
    }
    readings
        .fields()
        .forEach(
            (name, type) -> {
              if (!Types.fits(wanted, type)) {
                declaration.problem(
                    READINGS,
                    "E0418",
                    "the reading "
                        + name
                        + " is "
                        + type.describe()
                        + ", and what is reported "
                        + wanted.describe(),
                    "report and compute the same thing in each reading");
              }
            });
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
    return ClaimAnswer.of(fields);
  }
}
