package org.tidemark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** What programs get. */
class JsonReportTest {
  private static JsonNode json(Value value) throws IOException {
    Shown shown = new Shown("x", value, new Evidence(List.of()));
    Report report =
        new Report(List.of(shown), List.of(), List.of(), List.of(), List.of(), List.of());
    return new ObjectMapper().readTree(JsonReport.of(report));
  }

  private static JsonNode shown(Value value) throws IOException {
    return json(value).get("shown").get(0);
  }

  @Property
  void numbersComeBackTheSame(@ForAll double number) throws IOException {
    JsonNode value = shown(new QuantityValue(Quantity.pure(number))).get("value");
    assertEquals(Double.isFinite(number) ? number : 0.0, value.doubleValue());
    assertEquals(!Double.isFinite(number), value.isNull());
  }

  @Property
  void anyTextComesBackTheSame(@ForAll String text) throws IOException {
    assertEquals(text, shown(new TextValue(text)).get("value").textValue());
  }

  @Test
  void neverAndMissingAreNull() throws IOException {
    assertTrue(shown(SpecialValue.NEVER).get("value").isNull());
    assertEquals("never", shown(SpecialValue.NEVER).get("text").textValue());
    assertTrue(shown(SpecialValue.MISSING).get("value").isNull());
  }

  @Test
  void datesAreDecimalYears() throws IOException {
    JsonNode date = shown(new DateValue(2024.5));
    assertEquals(2024.5, date.get("value").doubleValue());
    assertEquals("date", date.get("unit").textValue());
    assertEquals("2024-07", date.get("text").textValue());
  }

  @Test
  void listsAreArraysAndRecordsObjects() throws IOException {
    JsonNode list = shown(new ListValue(List.of(QuantityValue.pure(1), SpecialValue.NEVER)));
    assertEquals("[1,null]", list.get("value").toString());
    assertEquals("1", list.get("unit").textValue());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("a", QuantityValue.pure(2));
    fields.put("b", SpecialValue.NEVER);
    JsonNode fieldsJson = shown(new RecordValue(fields)).get("value");
    assertEquals(
        "{\"a\":{\"value\":2,\"unit\":\"1\"},"
            + "\"b\":{\"value\":null,\"unit\":null,\"text\":\"never\"}}",
        fieldsJson.toString());
  }

  @Test
  void tablesHaveAllTheirRows() throws IOException {
    List<List<Value>> rows =
        List.of(
            List.of(new DateValue(2024), QuantityValue.pure(1)),
            List.of(new DateValue(2025), SpecialValue.MISSING));
    JsonNode table = json(new TableValue(List.of("on", "size"), rows)).get("tables").get(0);
    assertEquals("x", table.get("name").textValue());
    assertEquals(
        "[{\"name\":\"on\",\"unit\":\"date\"},{\"name\":\"size\",\"unit\":\"1\"}]",
        table.get("columns").toString());
    assertEquals("[[2024,1],[2025,null]]", table.get("rows").toString());
  }

  @Test
  void allPartsAreThere() throws IOException {
    JsonNode all = new ObjectMapper().readTree(JsonReport.of(Report.of(List.of())));
    assertEquals(
        "{\"tide\":1,\"shown\":[],\"tables\":[],\"plots\":[],\"exports\":[],\"asserts\":[],"
            + "\"predictions\":[],\"claims\":[],\"diagnostics\":[]}",
        all.toString());
  }
}
