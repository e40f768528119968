package org.tidemark.vocab.predictions;

import java.util.List;
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
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.PredictionValue.Verdict;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code prediction name "title" { … }}: something said to happen within a window. */
final class PredictionKind implements Kind {
  static final String WINDOW = "window";
  private static final String TITLE = "title";
  private static final String EVENT = "event";
  private static final String REFUTED = "refuted";
  private static final String CREDENCE = "credence";
  private static final String SOURCE = "source";

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              TITLE,
              Accept.TEXT,
              "the name",
              "What is predicted, in words; stands behind the name."),
          FieldSpec.required(
              WINDOW,
              new Accept(
                  "an interval of dates, such as date(2028)..date(2030)",
                  type ->
                      type instanceof IntervalType interval
                          && Types.fits(BasicType.DATE, interval.element()),
                  false),
              "When it is to happen. The last period counts whole: `date(2028)..date(2030)` ends"
                  + " with the year 2030, `date(2028)..date(2030, 6)` with June."),
          FieldSpec.required(
              EVENT,
              new Accept(
                  "a date, never, or whether it happens",
                  type -> Types.fits(BasicType.DATE, type) || Types.fits(BasicType.BOOL, type),
                  false),
              "When the model sees it happen: a date or `never`; or whether it does, a truth value."),
          FieldSpec.optional(
              REFUTED, Accept.BOOL, "nothing refutes it", "What, if it holds, refutes it."),
          FieldSpec.optional(
              CREDENCE,
              Accept.NUMBER,
              "not said",
              "The probability that its author gives it, 0 to 1."),
          FieldSpec.optional(SOURCE, Accept.TEXT, "not said", "Where it is from."));

  @Override
  public String name() {
    return "prediction";
  }

  @Override
  public String doc() {
    return """
    Something that is said to happen within a window of time, set against what the model says of
    it. The verdict is `within its window`, `earlier`, `later` or `never`; `refuted` where
    `refuted` holds, whatever the event; `undetermined` where the event is `missing`. `window`,
    `event`, `verdict`, `holds`, `refuted`, `credence`, `title` and `source` can be asked for;
    `holds` is whether the event lies within the window and nothing refutes the prediction.

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
    return ObjectType.named("prediction")
        .member(TITLE, BasicType.TEXT)
        .member(WINDOW, new IntervalType(BasicType.DATE))
        .member(EVENT, declaration.type(EVENT))
        .member("verdict", BasicType.TEXT)
        .member("holds", BasicType.BOOL)
        .member(REFUTED, BasicType.BOOL)
        .member(CREDENCE, QuantityType.PURE)
        .member(SOURCE, BasicType.TEXT)
        .build();
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
    Value event = fields.value(EVENT).orElseThrow();
    Optional<Boolean> refuted =
        fields.value(REFUTED).filter(BoolValue.class::isInstance).map(BoolValue.TRUE::equals);
    Optional<Quantity> credence = fields.quantity(CREDENCE);
    if (credence.isPresent() && !isShare(credence.get().magnitude())) {
      throw noShare(credence.get().magnitude());
    }
    return new PredictionValue(
        text(fields, TITLE),
        dates,
        event,
        refuted,
        credence.isPresent()
            ? OptionalDouble.of(credence.get().magnitude())
            : OptionalDouble.empty(),
        text(fields, SOURCE),
        refuted.orElse(false) ? Verdict.REFUTED : verdict(window, event));
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

  private static Optional<String> text(DeclaredFields fields, String field) {
    return fields
        .value(field)
        .filter(TextValue.class::isInstance)
        .map(value -> ((TextValue) value).text());
  }
}
