package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.chance.Histogram;
import org.tidemark.solve.chance.InadmissibleSample;
import org.tidemark.solve.chance.SampleSummary;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Spread;
import org.tidemark.spi.value.SpreadText;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** One answer at many draws. */
final class SampledValue implements ObjectValue, Plottable, Spread {
  static final double LOW = 0.05;
  static final double HIGH = 0.95;

  /** What of each end a histogram on one line leaves out. */
  private static final double TAIL = 0.01;

  private final Outcomes outcomes;
  private final SampleSummary summary;
  private final Optional<Partial> partial;

  SampledValue(Outcomes outcomes, Optional<Partial> partial) {
    this.outcomes = outcomes;
    this.partial = partial;
    this.summary = SampleSummary.of(outcomes.numbers());
  }

  /** The type of a sampled answer. */
  static ObjectType type(Type answer) {
    Type value = Outcomes.valueType(answer);
    Type difference = Outcomes.differenceType(answer);
    ObjectType.Builder type = ObjectType.named("sampled answer");
    for (String name : List.of("mean", "median", "low", "high")) {
      type.member(name, value);
    }
    type.member("sd", difference);
    type.member("mean_error", difference);
    type.member("quantile", FunctionType.of(1, arguments -> value));
    for (String name : List.of("draws", "never", "failed")) {
      type.member(name, QuantityType.PURE);
    }
    Map<String, Type> bins = new LinkedHashMap<>();
    bins.put("from", value);
    bins.put("to", value);
    bins.put("count", QuantityType.PURE);
    type.member("histogram", new TableType(bins));
    type.member("values", new ListType(value));
    return type.plotted().build();
  }

  Outcomes outcomes() {
    return outcomes;
  }

  SampleSummary figures() {
    return summary;
  }

  /** A histogram. */
  @Override
  public Drawing drawing(String name) {
    try {
      return new HistogramChart(outcomes, summary).of(name);
    } catch (InadmissibleSample refused) {
      throw refusal(refused);
    }
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "mean" -> outcomes.value(refusing(() -> summary.mean().value()));
      case "mean_error" -> outcomes.difference(refusing(() -> summary.mean().error()));
      case "sd" -> outcomes.difference(refusing(() -> summary.sd().value()));
      case "median" -> quantile(0.5);
      case "low" -> quantile(LOW);
      case "high" -> quantile(HIGH);
      case "quantile" -> FunctionValue.of(this::quantileOf);
      case "draws" -> QuantityValue.pure(summary.draws());
      case "never" -> QuantityValue.pure(summary.never());
      case "failed" -> QuantityValue.pure(summary.failed());
      case "histogram" -> histogram();
      case "values" -> values();
      default -> throw Problem.of("E0204", "a sampled answer has no " + name);
    };
  }

  private Value quantileOf(Value probability) {
    Quantity p = Magnitudes.quantity(probability, "quantile");
    if (!p.dimension().isNone() || !(p.magnitude() >= 0 && p.magnitude() <= 1)) {
      throw Problem.of("E0503", "a quantile is asked for at a probability from 0 to 1")
          .withHelp("for example .quantile(5 %)");
    }
    return quantile(p.magnitude());
  }

  @Override
  public Value quantile(double probability) {
    return outcomes.value(refusing(() -> summary.quantile(probability).value()));
  }

  private Value histogram() {
    Histogram histogram;
    try {
      histogram = summary.histogram();
    } catch (InadmissibleSample refused) {
      throw refusal(refused);
    }
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i < histogram.bins(); i++) {
      rows.add(
          List.of(
              outcomes.value(histogram.edge(i)),
              outcomes.value(histogram.edge(i + 1)),
              QuantityValue.pure(histogram.count(i))));
    }
    return new TableValue(List.of("from", "to", "count"), rows);
  }

  private Value values() {
    List<Value> values = new ArrayList<>();
    for (double number : outcomes.numbers()) {
      if (!Double.isNaN(number)) {
        values.add(outcomes.value(number));
      }
    }
    return new ListValue(values);
  }

  private static double refusing(java.util.function.DoubleSupplier work) {
    try {
      return work.getAsDouble();
    } catch (InadmissibleSample refused) {
      throw refusal(refused);
    }
  }

  static Problem refusal(InadmissibleSample refused) {
    return Problem.of("E0522", refused.reason()).withHelp(refused.cure());
  }

  @Override
  public String describe() {
    return "a sampled answer";
  }

  @Override
  public String summary() {
    return SpreadText.of(this);
  }

  @Override
  public double[] shares(int parts) {
    double[] finite = Arrays.stream(outcomes.numbers()).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return new double[0];
    }
    double low = finite[(int) (TAIL * (finite.length - 1))];
    double high = finite[(int) Math.ceil((1 - TAIL) * (finite.length - 1))];
    double[] shares = new double[high > low ? parts : 0];
    for (double number : finite) {
      if (high > low && number >= low && number <= high) {
        double place = (number / 2 - low / 2) / (high / 2 - low / 2);
        shares[Math.min(parts - 1, (int) (place * parts))]++;
      }
    }
    return shares;
  }

  @Override
  public String remark() {
    String text = partial.map(Partial::words).orElseGet(() -> summary.draws() + " draws");
    if (summary.never() > 0) {
      text += ", " + summary.never() + " never";
    }
    if (summary.failed() > 0) {
      text += ", " + summary.failed() + " without a solution";
    }
    return text;
  }
}
