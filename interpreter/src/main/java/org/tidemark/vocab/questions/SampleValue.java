package org.tidemark.vocab.questions;

import java.util.Map;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/** Several answers sampled together, draw by draw. */
record SampleValue(Map<String, SampledValue> answers) implements ObjectValue {
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
