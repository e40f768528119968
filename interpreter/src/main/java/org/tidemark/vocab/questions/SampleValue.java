package org.tidemark.vocab.questions;

import java.util.Map;
import org.tidemark.solve.chance.InadmissibleSample;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/** Several answers sampled together, draw by draw. */
record SampleValue(Map<String, SampledValue> answers) implements ObjectValue, Plottable {
  /** One answer as a histogram, several by the shares of draws at or below a number. */
  @Override
  public Drawing drawing(String name) {
    if (answers.size() == 1) {
      Map.Entry<String, SampledValue> only = answers.entrySet().iterator().next();
      return only.getValue().drawing(name + "." + only.getKey());
    }
    try {
      return new SampleChart(name, answers).of();
    } catch (InadmissibleSample refused) {
      throw SampledValue.refusal(refused);
    }
  }

  @Override
  public Value member(String name) {
    return answers.get(name);
  }

  @Override
  public Value shown() {
    return new RecordValue(Map.copyOf(answers).isEmpty() ? Map.of() : ordered());
  }

  private Map<String, Value> ordered() {
    return new java.util.LinkedHashMap<>(answers);
  }

  @Override
  public String describe() {
    return "a sample";
  }

  @Override
  public String summary() {
    return "a sample of " + String.join(", ", answers.keySet());
  }
}
