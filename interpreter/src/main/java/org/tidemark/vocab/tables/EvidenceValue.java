package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * What a result rests on, as a value.
 *
 * @param evidence the inputs
 */
public record EvidenceValue(Evidence evidence) implements ObjectValue {
  static final List<String> COLUMNS = List.of("input", "value", "grade", "source");

  @Override
  public Value member(String name) {
    return name.equals("weakest") ? new TextValue(weakest()) : inputs();
  }

  private String weakest() {
    Optional<Evidence.Grade> weakest = evidence.weakest();
    return weakest.isPresent() ? weakest.get().word() : "no inputs";
  }

  private TableValue inputs() {
    List<List<Value>> rows = new ArrayList<>();
    for (Evidence.Input input : evidence.inputs()) {
      rows.add(
          List.of(
              new TextValue(input.name()),
              new TextValue(input.value()),
              new TextValue(input.grade().word()),
              new TextValue(input.source())));
    }
    return new TableValue(COLUMNS, rows);
  }

  @Override
  public Value shown() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("weakest", new TextValue(weakest()));
    parts.put("inputs", inputs());
    return new RecordValue(parts);
  }

  @Override
  public String describe() {
    return "evidence";
  }

  @Override
  public String summary() {
    int count = evidence.inputs().size();
    if (count == 0) {
      return "no inputs";
    }
    return count + (count == 1 ? " input, " : " inputs, the weakest ") + weakest();
  }
}
