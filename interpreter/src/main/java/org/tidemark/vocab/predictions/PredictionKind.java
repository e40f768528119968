package org.tidemark.vocab.predictions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.PredictionTest;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.PredictionValue.Verdict;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.OptionalFields;
import org.tidemark.vocab.common.Takes;

/** {@code prediction name "title" { … }}: something said to happen within a window. */
final class PredictionKind implements Kind {
  static final String WINDOW = "window";
  private static final String TITLE = "title";
  private static final String EVENT = "event";
  private static final String REFUTED = "refuted";
  private static final String CREDENCE = "credence";
  private static final String SOURCE = "source";

  private static final String PUBLISHED = "published";
  private static final String REFUTED_WITHIN = "refuted_within";
  private static final String FALSIFIES = "falsifies";
  private static final String ROWS = "rows";
  private static final String ITEM = "item";

  private static final Accept WINDOWS =
      new Accept(
          "an interval of dates, such as date(2028)..date(2030)",
          type ->
              type instanceof IntervalType interval
                  && Types.fits(BasicType.DATE, interval.element()),
          false);

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              TITLE,
              Accept.TEXT,
              "the name",
              "What is predicted, in words; stands behind the name."),
          FieldSpec.required(
              WINDOW,
              WINDOWS,
              "When it is to happen. The last period counts whole: `date(2028)..date(2030)` ends"
                  + " with the year 2030, `date(2028)..date(2030, 6)` with June."),
          FieldSpec.optional(
              EVENT,
              new Accept(
                  "a date, never, or whether it happens",
                  type -> Types.fits(BasicType.DATE, type) || Types.fits(BasicType.BOOL, type),
                  false),
              "the model says nothing of it",
              "When the model sees it happen: a date or `never`; or whether it does, a truth value."),
          FieldSpec.optional(
              REFUTED, Accept.BOOL, "nothing refutes it", "What, if it holds, refutes it."),
          FieldSpec.optional(
              CREDENCE,
              Accept.NUMBER,
              "not said",
              "The probability that its author gives it, 0 to 1."),
          FieldSpec.optional(SOURCE, Accept.TEXT, "not said", "Where it is from."),
          FieldSpec.optional(
              PUBLISHED,
              Accept.DATE,
              "the start of the window",
              "When it was made. A window that begins later is a part of what is predicted: what"
                  + " was observed to hold before it began refutes the prediction."),
          FieldSpec.optional(
              PredictionTest.CONFIRMED_BY,
              Accept.BOOL,
              "nothing that is observed confirms it",
              "What, true at some observed date within the window, confirms it; a condition over"
                  + " inputs that are `@observed`."),
          FieldSpec.optional(
              PredictionTest.REFUTED_BY,
              Accept.BOOL,
              "what is known not to have happened when the window is over",
              "What, true at some observed date within the window, refutes it."),
          FieldSpec.optional(REFUTED_WITHIN, WINDOWS, "the window", "When `refuted_by` counts."),
          FieldSpec.optional(
              PredictionTest.THROUGHOUT,
              Accept.BOOL,
              "nothing has to hold all the time",
              "What has to hold at every observation within the window; in place of"
                  + " `confirmed_by`."),
          FieldSpec.optional(
              FALSIFIES,
              Accept.TEXT,
              "nothing",
              "The thesis that is refuted where the prediction is confirmed."),
          FieldSpec.optional(
              ROWS,
              Takes.TEXTS,
              "none",
              "The rows of an inventory that it stands for, by their ids."),
          FieldSpec.optional(ITEM, Accept.TEXT, "not said", "What such a row is about."));

  @Override
  public String name() {
    return "prediction";
  }

  @Override
  public String doc() {
    return """
    Something that is said to happen within a window of time, set against what the model says of
    it. The verdict is `within its window`, `earlier`, `later` or `never`; `refuted` where
    `refuted` holds, whatever the event; `undetermined` where the event is `missing` or not given.
    `window`, `event`, `verdict`, `holds`, `refuted`, `credence`, `title`, `source`, `falsifies`,
    `rows` and `item` can be asked for; `holds` is whether the event lies within the window and
    nothing refutes the prediction.

    `confirmed_by`, `refuted_by` and `throughout` say what decides it, as conditions over inputs
    that are observed: `param price: USD = missing @observed("how it is measured")`. They are asked
    by `tide ledger`, at the dates of the observations, and nowhere else. In them a comparison with
    what has not been observed is neither true nor false: `unknown and false` is false,
    `unknown or true` is true.

    The last period of the window counts whole. A date that is the start of a year stands for that
    year, the start of a month for that month, and any other for its day; `date(2030, 1)` is the
    start of 2030, so for January alone write `date(2030, 1, 31)`. A window up to `never` stays
    open.\
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
        param fall = 25 %/year
        fn device(at) = 4000 USD * exp(-fall * (at - date(2024)))

        prediction edge_parity "a device that runs a 70B model costs under 1500 USD" {
          window   = date(2027)..date(2029)
          event    = date(2024) + log(4000 USD / 1500 USD) / fall
          refuted  = device(date(2029)) > 2000 USD
          credence = 75 %
        }
        show edge_parity.verdict, edge_parity.event
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    declaration.constant(CREDENCE).ifPresent(credence -> credence(declaration, credence));
    conditions(declaration);
    return ObjectType.named("prediction")
        .member(TITLE, BasicType.TEXT)
        .member(WINDOW, new IntervalType(BasicType.DATE))
        .member(EVENT, declaration.has(EVENT) ? declaration.type(EVENT) : BasicType.MISSING)
        .member("verdict", BasicType.TEXT)
        .member("holds", BasicType.BOOL)
        .member(REFUTED, BasicType.BOOL)
        .member(CREDENCE, QuantityType.PURE)
        .member(SOURCE, BasicType.TEXT)
        .member(FALSIFIES, BasicType.TEXT)
        .member(ROWS, new ListType(BasicType.TEXT))
        .member(ITEM, BasicType.TEXT)
        .build();
  }

  private static void conditions(DeclarationCheck declaration) {
    if (declaration.has(PredictionTest.THROUGHOUT)
        && declaration.has(PredictionTest.CONFIRMED_BY)) {
      declaration.problem(
          PredictionTest.THROUGHOUT,
          "E0448",
          "a prediction says what confirms it once, or what has to hold throughout, not both",
          "keep one; both conditions at once are two predictions");
    }
    if (declaration.has(REFUTED_WITHIN) && !declaration.has(PredictionTest.REFUTED_BY)) {
      declaration.problem(
          REFUTED_WITHIN,
          "E0449",
          "refuted_within says when refuted_by counts, and there is no refuted_by",
          "add refuted_by = … to it, or leave refuted_within out");
    }
  }

  private static void credence(DeclarationCheck declaration, double credence) {
    if (!isShare(credence)) {
      Problem problem = noShare(credence);
      declaration.problem(CREDENCE, problem.code(), problem.getMessage(), problem.help().get(0));
    }
  }

  private static boolean isShare(double credence) {
    return credence >= 0 && credence <= 1;
  }

  private static Problem noShare(double credence) {
    return Problem.of(
            "E0447",
            "a credence is a probability, 0 to 1, and this is " + Quantity.pure(credence).text())
        .withHelp("write the percent sign: credence = 75 %")
        .about(CREDENCE);
  }

  @Override
  public Value create(DeclaredFields fields) {
    IntervalValue dates = (IntervalValue) fields.value(WINDOW).orElseThrow();
    Window window = Window.of(dates);
    Optional<Value> event = fields.value(EVENT);
    PredictionTest test = test(fields);
    Optional<Boolean> refuted =
        fields.value(REFUTED).filter(BoolValue.class::isInstance).map(BoolValue.TRUE::equals);
    Optional<Quantity> credence = fields.quantity(CREDENCE);
    if (credence.isPresent() && !isShare(credence.get().magnitude())) {
      throw noShare(credence.get().magnitude());
    }
    return new PredictionValue(
        OptionalFields.text(fields, TITLE),
        dates,
        event,
        refuted,
        credence.isPresent()
            ? OptionalDouble.of(credence.get().magnitude())
            : OptionalDouble.empty(),
        OptionalFields.text(fields, SOURCE),
        refuted.orElse(false)
            ? Verdict.REFUTED
            : event.map(when -> verdict(window, when)).orElse(Verdict.UNDETERMINED),
        test);
  }

  private static PredictionTest test(DeclaredFields fields) {
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String condition : PredictionTest.CONDITIONS) {
      if (fields.has(condition)) {
        conditions.put(condition, fields.written(condition).orElse(""));
      }
    }
    Optional<IntervalValue> refutedWithin =
        fields.value(REFUTED_WITHIN).map(IntervalValue.class::cast);
    refutedWithin.ifPresent(dates -> Window.of(dates, REFUTED_WITHIN));
    return new PredictionTest(
        conditions,
        fields.value(PUBLISHED).filter(DateValue.class::isInstance).map(DateValue.class::cast),
        refutedWithin,
        OptionalFields.text(fields, FALSIFIES),
        OptionalFields.texts(fields, ROWS),
        OptionalFields.text(fields, ITEM));
  }

  private static Verdict verdict(Window window, Value event) {
    if (event instanceof DateValue date) {
      return window.verdict(date.year());
    }
    if (event instanceof BoolValue happens) {
      return happens.holds() ? Verdict.WITHIN : Verdict.NEVER;
    }
    return event == SpecialValue.NEVER ? Verdict.NEVER : Verdict.UNDETERMINED;
  }
}
