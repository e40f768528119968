package org.tidemark.vocab.industry;

import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.PresentValues;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.StaticOutcome;
import org.tidemark.solve.game.FirmOutcome;
import org.tidemark.solve.game.MarketOutcome;

/** What can be asked of an outcome, in base units. */
enum Measure {
  /** Output of all firms, per time. */
  QUANTITY("the quantity", Unit.OUTPUT),
  /** The price that buyers pay. */
  PRICE("the price", Unit.PRICE),
  /** The present value of one firm. */
  VALUE("the value of a firm", Unit.VALUE),
  /** The profit of one firm, per time. */
  PROFIT("the profit of a firm", Unit.FLOW),
  /** Output of one firm, per time. */
  FIRM_QUANTITY("the quantity of a firm", Unit.OUTPUT),
  /** What one more unit of remaining distance is worth to one firm. */
  SHADOW_PRICE("the shadow price of a firm", Unit.PRICE),
  /** The present value of all firms. */
  INDUSTRY_VALUE("the value of all firms", Unit.VALUE),
  /** The profit of all firms, per time. */
  INDUSTRY_PROFIT("the profit of all firms", Unit.FLOW),
  /** What buyers gain, per time. */
  CONSUMER_SURPLUS("the consumer surplus", Unit.FLOW),
  /** What buyers and firms gain, per time. */
  TOTAL_SURPLUS("the total surplus", Unit.FLOW),
  /** The present value of what buyers gain until the crossing. */
  CONSUMER_VALUE("the present value of the consumer surplus", Unit.VALUE),
  /** The present value of what buyers gain until the crossing, and of all firms. */
  TOTAL_VALUE("the present value of the total surplus", Unit.VALUE);

  private enum Unit {
    OUTPUT,
    PRICE,
    VALUE,
    FLOW
  }

  private final String words;
  private final Unit unit;

  Measure(String words, Unit unit) {
    this.words = words;
    this.unit = unit;
  }

  String words() {
    return words;
  }

  /** The same beside an axis: {@code "value of a firm"}. */
  String label() {
    return words.substring("the ".length());
  }

  UnitExpression unit(SolutionUnits units) {
    return switch (unit) {
      case OUTPUT -> units.output();
      case PRICE -> units.price();
      case VALUE -> units.value();
      case FLOW -> units.flow();
    };
  }

  /**
   * At a remaining distance.
   *
   * @param cost the constant cost that the solver does not know of
   */
  double at(RemainingDistanceSolution solution, double cost, double remaining) {
    if (isPresentValue()) {
      return at(solution.presentValues(remaining));
    }
    OutcomeAtDistance outcome = solution.at(remaining);
    return switch (this) {
      case QUANTITY -> outcome.aggregateOutput();
      case PRICE -> cost + outcome.price();
      case VALUE -> outcome.value();
      case PROFIT -> outcome.profit();
      case FIRM_QUANTITY -> outcome.output();
      case SHADOW_PRICE -> outcome.marginalValue();
      case INDUSTRY_VALUE -> outcome.industryValue();
      case INDUSTRY_PROFIT -> outcome.industryProfit();
      case CONSUMER_SURPLUS -> outcome.consumerSurplus();
      default -> outcome.totalSurplus();
    };
  }

  /** Whether it is about one firm, and so differs where firms do. */
  boolean isOfOneFirm() {
    return this == VALUE || this == PROFIT || this == FIRM_QUANTITY || this == SHADOW_PRICE;
  }

  /** Whether it is a present value of what buyers gain, and so needs their discount rate. */
  boolean isPresentValue() {
    return this == CONSUMER_VALUE || this == TOTAL_VALUE;
  }

  /** Of one firm among others that may differ. */
  double at(FirmOutcome firm) {
    return switch (this) {
      case FIRM_QUANTITY -> firm.quantity();
      case VALUE -> firm.value();
      case PROFIT -> firm.profit();
      default -> firm.shadowPrice();
    };
  }

  /** Of all firms, and buyers, where firms may differ. */
  double at(MarketOutcome outcome) {
    return switch (this) {
      case QUANTITY -> outcome.quantity();
      case PRICE -> outcome.price();
      case INDUSTRY_VALUE -> outcome.industryValue();
      case INDUSTRY_PROFIT -> outcome.industryProfit();
      case CONSUMER_SURPLUS -> outcome.consumerSurplus();
      default -> outcome.totalSurplus();
    };
  }

  /** Of what buyers, or buyers and firms, gain in all. */
  double at(PresentValues values) {
    return this == CONSUMER_VALUE ? values.consumerSurplus() : values.totalSurplus();
  }

  /** In a market where nothing is crossed; not a number where only a crossing gives it a value. */
  double at(StaticOutcome outcome) {
    return switch (this) {
      case QUANTITY -> outcome.quantity();
      case PRICE -> outcome.price();
      case PROFIT -> outcome.profit();
      case FIRM_QUANTITY -> outcome.output();
      case INDUSTRY_PROFIT -> outcome.industryProfit();
      case CONSUMER_SURPLUS -> outcome.consumerSurplus();
      case TOTAL_SURPLUS -> outcome.totalSurplus();
      default -> Double.NaN;
    };
  }
}
