package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.threshold.TreatmentDifference;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** What comes of a market, as an object of the language. */
abstract class SolutionValue implements ObjectValue, Plottable {
  private final MarketValue market;
  private final Concept concept;
  private final SolutionUnits units;

  SolutionValue(MarketValue market, Concept concept, SolutionUnits units) {
    this.market = market;
    this.concept = concept;
    this.units = units;
  }

  final MarketValue market() {
    return market;
  }

  final Concept concept() {
    return concept;
  }

  final SolutionUnits units() {
    return units;
  }

  /** What the solver found, where something is crossed. */
  abstract Optional<RemainingDistanceSolution> solved();

  /** The remaining distance at the start. */
  abstract double start();

  /** A measure of the outcome at the start and along the remaining distance. */
  abstract ProfileValue profile(Measure measure);

  /** Whether a measure has one value at a distance, rather than one for each firm. */
  boolean isTold(Measure measure) {
    return true;
  }

  /** A measure of one firm's outcome. */
  ProfileValue profile(Measure measure, FirmValue firm) {
    return profile(measure);
  }

  /** What a measure looks like against the remaining distance. */
  abstract Drawing drawing(String name, Measure measure, ProfileValue profile);

  /** A measure as scripts have it. */
  final ProfileValue drawable(Measure measure) {
    ProfileValue profile = profile(measure);
    return profile.drawn(name -> drawing(name, measure, profile));
  }

  /** A measure of one firm's outcome as scripts have it. */
  final ProfileValue drawable(Measure measure, FirmValue firm) {
    ProfileValue profile = profile(measure, firm);
    return profile.drawn(name -> drawing(name, measure, profile));
  }

  /** What one more unit costs a firm at the start, in base units. */
  double cost(FirmValue firm) {
    return firm.cost().magnitude();
  }

  /** Where firms change what they do. */
  abstract TableValue switches();

  abstract Value time();

  abstract Value date();

  abstract Value path();

  abstract Value remaining();

  abstract String method();

  abstract double residual();

  abstract String regime();

  abstract Value bound();

  abstract List<String> notes();

  /** How a threshold that moves was followed. */
  String treatment() {
    return "stationary";
  }

  /** By how much the quasi-static treatment is off, as shares of the exact figures. */
  TreatmentDifference thresholdError() {
    return new TreatmentDifference(0, 0, 0);
  }

  /** The largest speed of the threshold on the way, as a share of output. */
  double drift() {
    return 0;
  }

  /** By how much construction delays the crossing, in seconds. */
  double delay() {
    return 0;
  }

  private Value errors() {
    TreatmentDifference off = thresholdError();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("time", Values.of(Quantity.pure(off.time())));
    fields.put("value", Values.of(Quantity.pure(off.value())));
    fields.put("quantity", Values.of(Quantity.pure(off.quantity())));
    return new RecordValue(fields);
  }

  @Override
  public final Value member(String name) {
    return switch (name) {
      case "time" -> time();
      case "date" -> date();
      case "quantity" -> drawable(Measure.QUANTITY);
      case "price" -> drawable(Measure.PRICE);
      case "value" -> drawable(Measure.VALUE);
      case "profit" -> drawable(Measure.PROFIT);
      case "firm" -> new CallableValue("what a firm gets", () -> BasicType.UNKNOWN, this::firm);
      case "industry" -> new IndustryValue(this);
      case "path" -> path();
      case "remaining" -> remaining();
      case "switches" -> switches();
      case "method" -> new TextValue(method());
      case "residual" -> Values.of(Quantity.pure(residual()));
      case "multipliers" -> Values.texts(market.multipliers());
      case "regime" -> new TextValue(regime());
      case "bound" -> bound();
      case "treatment" -> new TextValue(treatment());
      case "threshold_error" -> errors();
      case "drift" -> Values.of(Quantity.pure(drift()));
      case "delay" -> Values.of(DisplayUnits.years(delay()));
      case "notes" -> Values.texts(notes());
      default -> throw Refusal.missing("a solution has no " + name);
    };
  }

  private Value firm(Value asked) {
    return new ShareValue(this, firmOf(asked));
  }

  /**
   * The firm of the market that is asked for, by itself or as a list of its like.
   *
   * @throws Problem where it is none, or not of this market
   */
  final FirmValue firmOf(Value asked) {
    if (asked instanceof FirmValue firm) {
      return member(firm);
    }
    if (asked instanceof ListValue list && !list.elements().isEmpty()) {
      Value first = list.elements().get(0);
      boolean alike = first instanceof FirmValue;
      for (Value element : list.elements()) {
        alike &=
            element instanceof FirmValue firm
                && first instanceof FirmValue other
                && firm.identity().equals(other.identity())
                && firm.isLike(other);
      }
      if (alike) {
        return member((FirmValue) first);
      }
    }
    throw Problem.of(
            "E0501",
            "firm() takes one firm of the market "
                + market.name()
                + ", and this is "
                + asked.describe())
        .withHelp(
            "name one that is declared with firm, and pick it with [0] where there are several");
  }

  private FirmValue member(FirmValue asked) {
    for (FirmValue firm : market.firms()) {
      if (firm.identity().equals(asked.identity()) && firm.name().equals(asked.name())) {
        return firm;
      }
    }
    for (FirmValue firm : market.firms()) {
      if (firm.identity().equals(asked.identity())) {
        return firm;
      }
    }
    List<String> names = new ArrayList<>();
    for (FirmValue firm : market.firms()) {
      if (!names.contains(firm.name())) {
        names.add(firm.name());
      }
    }
    throw Problem.of(
            "E0501", asked.name() + " is not among the firms of the market " + market.name())
        .withHelp("they are " + Values.words(names))
        .withHelp("in an amended copy, name the copy's firm: copy." + asked.name());
  }

  @Override
  public final String describe() {
    return "a solution";
  }
}
