package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Values as JSON: quantities as numbers in a unit, dates as decimal years in the unit {@code date},
 * lists as arrays in the unit of their elements, records as objects; null for what is no number.
 */
final class JsonValues {
  static final String DATE = "date";

  /** As in a script's types. */
  static final String PURE = "1";

  private final JsonGenerator json;

  JsonValues(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the fields {@code value} and {@code unit}. */
  void writeWithUnit(Value value) throws IOException {
    UnitExpression unit = unit(value);
    json.writeFieldName("value");
    write(value, unit);
    json.writeFieldName("unit");
    writeUnit(unit, Optional.of(value));
  }

  /** Writes a field with a text, or null. */
  void field(String name, Optional<String> text) throws IOException {
    json.writeFieldName(name);
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
  }

  /** Writes a field with a number that has no unit, or null. */
  void field(String name, OptionalDouble number) throws IOException {
    json.writeFieldName(name);
    if (number.isPresent()) {
      json.writeNumber(NumberText.exact(number.getAsDouble()));
    } else {
      json.writeNull();
    }
  }

  /** Writes a field with a list of texts. */
  void field(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Writes when a prediction is to happen, and when the model sees it happen. */
  void windowAndEvent(PredictionValue prediction) throws IOException {
    json.writeFieldName("window");
    write(prediction.window(), null);
    json.writeFieldName("event");
    write(prediction.event().orElse(SpecialValue.MISSING), null);
    json.writeStringField("text", PredictionText.event(prediction));
    json.writeStringField("verdict", prediction.verdict().word());
  }

  /** Writes a unit, or what stands for one where the values are no quantities. */
  void writeUnit(UnitExpression unit, Optional<Value> sample) throws IOException {
    if (unit != null) {
      json.writeString(unit.isNone() ? PURE : unit.text());
    } else if (sample.isPresent() && isDate(sample.get())) {
      json.writeString(DATE);
    } else {
      json.writeNull();
    }
  }

  /**
   * Writes a value.
   *
   * @param unit for the numbers in it; null for the unit of each
   */
  void write(Value value, UnitExpression unit) throws IOException {
    if (value instanceof QuantityValue quantity) {
      number(quantity.quantity(), unit);
    } else if (value instanceof DateValue date) {
      json.writeNumber(NumberText.exact(date.year()));
    } else if (value instanceof TextValue text) {
      json.writeString(text.text());
    } else if (value instanceof BoolValue bool) {
      json.writeBoolean(bool.holds());
    } else if (value instanceof ListValue list) {
      array(list.elements(), unit);
    } else if (value instanceof IntervalValue interval) {
      array(List.of(interval.from(), interval.to()), unit);
    } else if (value instanceof RecordValue fields) {
      json.writeStartObject();
      for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
        json.writeObjectFieldStart(field.getKey());
        writeWithUnit(field.getValue());
        if (lacksValue(field.getValue())) {
          json.writeStringField("text", ValueText.of(field.getValue()));
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } else if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      number(object.quantity().get(), unit);
    } else {
      json.writeNull();
    }
  }

  private static boolean lacksValue(Value value) {
    return value instanceof SpecialValue
        || value instanceof ObjectValue
        || value instanceof QuantityValue quantity
            && !Double.isFinite(quantity.quantity().magnitude());
  }

  private void array(List<Value> elements, UnitExpression unit) throws IOException {
    json.writeStartArray();
    for (Value element : elements) {
      write(element, unit);
    }
    json.writeEndArray();
  }

  private void number(Quantity quantity, UnitExpression wanted) throws IOException {
    boolean fits = wanted != null && wanted.dimension().equals(quantity.dimension());
    String number = NumberText.exact(quantity.in(fits ? wanted : quantity.unit()));
    if (number.equals("null")) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }

  private static boolean isDate(Value value) {
    return value instanceof DateValue
        || value instanceof ListValue list
            && list.elements().stream().anyMatch(DateValue.class::isInstance)
        || value instanceof IntervalValue interval && interval.from() instanceof DateValue;
  }

  /** The unit of the numbers in a value; null where there are none. */
  static UnitExpression unit(Value value) {
    if (value instanceof ListValue list) {
      UnitExpression unit = TableUnits.of(list.elements());
      for (int i = 0; unit == null && i < list.elements().size(); i++) {
        Value element = list.elements().get(i);
        unit = element instanceof ListValue ? unit(element) : null;
      }
      return unit;
    }
    if (value instanceof IntervalValue interval) {
      return TableUnits.of(List.of(interval.from(), interval.to()));
    }
    return TableUnits.of(List.of(value));
  }
}
