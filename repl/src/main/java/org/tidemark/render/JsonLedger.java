package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.api.ledger.Brier;
import org.tidemark.api.ledger.Chance;
import org.tidemark.api.ledger.Ledger;
import org.tidemark.api.ledger.Observation;
import org.tidemark.api.ledger.Standing;
import org.tidemark.api.ledger.Status;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.ValueText;

/** A ledger as the one JSON object that {@code tide ledger --json} prints. */
public final class JsonLedger {
  private static final int VERSION = 1;

  private final JsonGenerator json;
  private final JsonValues values;

  private JsonLedger(JsonGenerator json) {
    this.json = json;
    this.values = new JsonValues(json);
  }

  /** The object, ended by a newline. */
  public static String of(Ledger ledger, List<Diagnostic> diagnostics) {
    return JsonReport.written(json -> new JsonLedger(json).write(ledger, diagnostics));
  }

  private void write(Ledger ledger, List<Diagnostic> diagnostics) throws IOException {
    json.writeStartObject();
    json.writeNumberField("tide", VERSION);
    json.writeStringField("on", LedgerText.day(ledger.on()));
    json.writeNumberField("draws", ledger.draws());
    json.writeNumberField("seed", ledger.seed());
    json.writeArrayFieldStart("predictions");
    for (Ledger.Entry entry : ledger.entries()) {
      entry(entry);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("counts");
    for (Map.Entry<Status, Integer> count : ledger.counts().entrySet()) {
      json.writeNumberField(count.getKey().word(), count.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("ignored");
    for (Ledger.Ignored ignored : ledger.ignored()) {
      json.writeStartObject();
      observation(ignored.observation());
      json.writeArrayFieldStart("predictions");
      for (String name : ignored.predictions()) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeStringField(
          "why", ignored.predictions().isEmpty() ? "after the date" : "after the window");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("brier");
    score("credences", ledger.credences());
    score("model", ledger.chances());
    json.writeEndObject();
    json.writeFieldName("drawn");
    if (ledger.partial().isPresent()) {
      json.writeNumber(ledger.partial().get().done());
    } else {
      json.writeNumber(ledger.draws());
    }
    JsonDiagnostics.write(json, diagnostics);
    json.writeEndObject();
  }

  private void entry(Ledger.Entry entry) throws IOException {
    PredictionValue prediction = entry.predicted().outcome().prediction();
    Standing standing = entry.standing();
    json.writeStartObject();
    json.writeStringField("name", entry.predicted().outcome().name());
    json.writeStringField("module", entry.predicted().module());
    json.writeStringField("title", prediction.title().orElse(entry.predicted().outcome().name()));
    json.writeFieldName("window");
    values.write(prediction.window(), null);
    json.writeStringField("status", standing.status().word());
    values.field(
        "decided",
        standing.since().isPresent() ? Optional.of(LedgerText.since(standing)) : Optional.empty());
    json.writeArrayFieldStart("by");
    for (Observation observation : standing.by()) {
      json.writeStartObject();
      observation(observation);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("remark", standing.remark());
    values.field("observes", entry.inputs().stream().map(input -> input.name()).toList());
    json.writeFieldName("event");
    if (prediction.event().isPresent()) {
      values.write(prediction.event().get(), null);
    } else {
      json.writeNull();
    }
    json.writeStringField("text", PredictionText.event(prediction));
    json.writeStringField("verdict", prediction.verdict().word());
    json.writeBooleanField("at_median", entry.predicted().outcome().evidence().atMedians());
    chance(entry.chance());
    values.field("credence", prediction.credence());
    values.field("falsifies", prediction.test().falsifies());
    values.field("rows", prediction.test().rows());
    values.field("item", prediction.test().item());
    json.writeStringField("source", prediction.source().orElse(""));
    json.writeEndObject();
  }

  private void observation(Observation observation) throws IOException {
    json.writeStringField("observable", observation.input().name());
    json.writeStringField("module", observation.input().module());
    json.writeStringField("date", CalendarDate.text(observation.date()));
    values.writeWithUnit(observation.value());
    json.writeStringField("text", ValueText.of(observation.value()));
    json.writeStringField("source", observation.source());
    json.writeStringField("file", observation.file());
    json.writeNumberField("line", observation.line());
  }

  private void chance(Optional<Chance> chance) throws IOException {
    json.writeFieldName("probability");
    if (chance.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    values.field("value", OptionalDouble.of(chance.get().value()));
    values.field("error", chance.get().error());
    json.writeNumberField("draws", chance.get().draws());
    json.writeNumberField("failed", chance.get().failed());
    json.writeEndObject();
  }

  private void score(String name, Brier brier) throws IOException {
    json.writeObjectFieldStart(name);
    values.field("score", brier.score());
    json.writeNumberField("decided", brier.count());
    json.writeEndObject();
  }
}
