package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** Claims as JSON objects. */
final class JsonClaims {
  private final JsonGenerator json;
  private final JsonValues values;

  JsonClaims(JsonGenerator json, JsonValues values) {
    this.json = json;
    this.values = values;
  }

  void write(ClaimOutcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", outcome.name());
    fields(outcome.claim());
    json.writeEndObject();
  }

  /** All of a claim but its name, into an object that is open. */
  void fields(ClaimValue claim) throws IOException {
    UnitExpression unit = unit(claim);
    json.writeStringField("title", claim.title());
    json.writeFieldName("reported");
    values.write(claim.reported(), unit);
    json.writeStringField("bound", bound(claim.side()));
    boolean single = claim.readings().isEmpty();
    numbers(
        single ? claim.computed() : SpecialValue.MISSING,
        single ? claim.difference() : SpecialValue.MISSING,
        unit);
    Value allowed = claim.allowed().<Value>map(QuantityValue::new).orElse(SpecialValue.MISSING);
    json.writeFieldName("allowed");
    values.write(allowed, JsonValues.unit(allowed) == null ? null : unit);
    json.writeFieldName("unit");
    values.writeUnit(unit, Optional.of(claim.reported()));
    json.writeStringField("verdict", claim.verdict().word());
    json.writeArrayFieldStart("readings");
    for (ClaimValue.Reading reading : claim.readings()) {
      json.writeStartObject();
      json.writeStringField("name", reading.name());
      numbers(reading.computed(), reading.difference(), unit);
      json.writeStringField("verdict", reading.verdict().word());
      lacks(reading.needs(), reading.refusal());
      json.writeEndObject();
    }
    json.writeEndArray();
    lacks(claim.needs(), claim.refusal());
    values.field("rows", claim.rows());
    values.field("item", claim.item());
    values.field("remark", claim.remark());
    json.writeStringField("source", claim.source());
  }

  /** The unit of what is reported, or of what is computed where that has none. */
  private static UnitExpression unit(ClaimValue claim) {
    UnitExpression unit = JsonValues.unit(claim.reported());
    return unit == null && claim.readings().isEmpty() ? JsonValues.unit(claim.computed()) : unit;
  }

  private static String bound(ClaimValue.Side side) {
    return side == ClaimValue.Side.AS_REPORTED ? "none" : side.name().toLowerCase(Locale.ROOT);
  }

  private void numbers(Value computed, Value difference, UnitExpression unit) throws IOException {
    json.writeFieldName("computed");
    values.write(computed, unit);
    json.writeFieldName("difference");
    values.write(difference, JsonValues.unit(difference) == null ? null : unit);
  }

  private void lacks(List<Evidence.Missing> needs, Optional<String> refusal) throws IOException {
    json.writeArrayFieldStart("needs");
    for (Evidence.Missing input : needs) {
      json.writeStartObject();
      json.writeStringField("name", input.name());
      json.writeStringField("doc", input.doc());
      json.writeStringField("source", input.source());
      json.writeEndObject();
    }
    json.writeEndArray();
    values.field("refusal", refusal);
  }
}
