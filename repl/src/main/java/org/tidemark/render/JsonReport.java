package org.tidemark.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Shown;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** A run as the one JSON object that {@code --json} prints. */
public final class JsonReport {
  private static final int VERSION = 1;

  /** {@code "name": [1, 2]}. */
  private static final Separators LAYOUT =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");

  private final JsonGenerator json;
  private final JsonValues values;

  private JsonReport(JsonGenerator json) {
    this.json = json;
    this.values = new JsonValues(json);
  }

  /** What is written into an object. */
  interface Writing {
    /** Writes it. */
    void on(JsonGenerator json) throws IOException;
  }

  /** The object, ended by a newline. */
  public static String of(Report report) {
    return written(json -> new JsonReport(json).write(report));
  }

  /** One value by itself, ended by a newline: with its unit, or with columns and rows. */
  public static String of(Value value) {
    return written(json -> new JsonReport(json).write(value));
  }

  /**
   * Claims of several modules, ended by a newline.
   *
   * @param claims by module
   * @param summary counts by name
   */
  public static String ofClaims(
      Map<String, List<ClaimOutcome>> claims,
      Map<String, Integer> summary,
      List<Diagnostic> diagnostics) {
    return written(json -> new JsonReport(json).write(claims, summary, diagnostics));
  }

  /** What is written, laid out over lines and ended by a newline. */
  static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(LAYOUT).withObjectIndenter(new DefaultIndenter("  ", "\n")));
      writing.on(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private void write(Value value) throws IOException {
    json.writeStartObject();
    if (value instanceof TableValue table) {
      cells(table);
    } else {
      values.writeWithUnit(value);
      json.writeStringField("text", ValueText.of(value));
    }
    json.writeEndObject();
  }

  /**
   * Writes the object on one line, for machines only; what it is written to stays open.
   *
   * @throws IOException where that cannot be written to
   */
  public static void write(Report report, Writer out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      new JsonReport(json).write(report);
    }
  }

  private void write(Report report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("tide", VERSION);
    json.writeArrayFieldStart("shown");
    for (Shown shown : report.shown()) {
      if (!(shown.value() instanceof Chart)) {
        shown(shown);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tables");
    for (Shown shown : report.shown()) {
      if (shown.value() instanceof TableValue table) {
        table(shown.name(), table);
      } else if (shown.value() instanceof RecordValue record) {
        for (Map.Entry<String, Value> field : record.fields().entrySet()) {
          if (field.getValue() instanceof TableValue table) {
            table(shown.name().concat(".").concat(field.getKey()), table);
          }
        }
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("plots");
    for (Shown shown : report.shown()) {
      if (shown.value() instanceof Chart chart) {
        new JsonCharts(json).write(shown.name(), chart);
      }
    }
    json.writeEndArray();
    values.field("exports", report.exports());
    json.writeArrayFieldStart("asserts");
    for (AssertOutcome outcome : report.asserts()) {
      assertion(outcome);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("predictions");
    for (PredictionOutcome outcome : report.predictions()) {
      prediction(outcome);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("claims");
    JsonClaims claims = new JsonClaims(json, values);
    for (ClaimOutcome outcome : report.claims()) {
      claims.write(outcome);
    }
    json.writeEndArray();
    JsonDiagnostics.write(json, report.diagnostics());
    json.writeEndObject();
  }

  private void write(
      Map<String, List<ClaimOutcome>> claims,
      Map<String, Integer> summary,
      List<Diagnostic> diagnostics)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("tide", VERSION);
    json.writeArrayFieldStart("claims");
    JsonClaims each = new JsonClaims(json, values);
    for (Map.Entry<String, List<ClaimOutcome>> module : claims.entrySet()) {
      for (ClaimOutcome outcome : module.getValue()) {
        json.writeStartObject();
        json.writeStringField("id", outcome.name());
        json.writeStringField("module", module.getKey());
        each.fields(outcome.claim());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    for (Map.Entry<String, Integer> count : summary.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
    JsonDiagnostics.write(json, diagnostics);
    json.writeEndObject();
  }

  private void shown(Shown shown) throws IOException {
    Value value = shown.value();
    json.writeStartObject();
    json.writeStringField("name", shown.name());
    values.writeWithUnit(value);
    json.writeStringField(
        "text", value instanceof TableValue table ? TableText.of(table) : ValueText.of(value));
    evidence(shown.evidence());
    json.writeBooleanField("at_median", shown.evidence().atMedians());
    json.writeEndObject();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.writeObjectFieldStart("evidence");
    values.field("weakest", evidence.weakest().map(Evidence.Grade::word));
    json.writeArrayFieldStart("inputs");
    for (Evidence.Input input : evidence.inputs()) {
      json.writeStartObject();
      json.writeStringField("name", input.name());
      json.writeStringField("value", input.value());
      json.writeStringField("grade", input.grade().word());
      json.writeStringField("source", input.source());
      json.writeBooleanField("uncertain", input.uncertain());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void table(String name, TableValue table) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    cells(table);
    json.writeEndObject();
  }

  private void cells(TableValue table) throws IOException {
    json.writeArrayFieldStart("columns");
    List<UnitExpression> units = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      units.add(TableUnits.of(table, i));
      json.writeStartObject();
      json.writeStringField("name", table.columns().get(i));
      json.writeFieldName("unit");
      values.writeUnit(units.get(i), firstPresent(table, i));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<Value> row : table.rows()) {
      json.writeStartArray();
      for (int i = 0; i < row.size(); i++) {
        values.write(row.get(i), units.get(i));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static Optional<Value> firstPresent(TableValue table, int column) {
    for (List<Value> row : table.rows()) {
      if (!(row.get(column) instanceof SpecialValue)) {
        return Optional.of(row.get(column));
      }
    }
    return Optional.empty();
  }

  private void assertion(AssertOutcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", outcome.text());
    values.field("message", outcome.message());
    values.field("test", outcome.test());
    json.writeBooleanField("passed", outcome.passed());
    json.writeEndObject();
  }

  private void prediction(PredictionOutcome outcome) throws IOException {
    PredictionValue prediction = outcome.prediction();
    json.writeStartObject();
    json.writeStringField("name", outcome.name());
    json.writeStringField("title", prediction.title().orElse(outcome.name()));
    values.windowAndEvent(prediction);
    json.writeFieldName("refuted");
    if (prediction.refuted().isPresent()) {
      json.writeBoolean(prediction.refuted().get());
    } else {
      json.writeNull();
    }
    values.field("credence", prediction.credence());
    json.writeStringField("source", prediction.source().orElse(""));
    evidence(outcome.evidence());
    json.writeBooleanField("at_median", outcome.evidence().atMedians());
    json.writeEndObject();
  }
}
