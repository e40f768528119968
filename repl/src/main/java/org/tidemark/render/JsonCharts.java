package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** Charts as JSON: axes with their units, and every number that is drawn; null in gaps. */
final class JsonCharts {
  private final JsonGenerator json;

  JsonCharts(JsonGenerator json) {
    this.json = json;
  }

  void write(String name, Chart chart) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("title", chart.title());
    axis("x", chart.x());
    axis("y", chart.y());
    json.writeArrayFieldStart("series");
    for (Series series : chart.series()) {
      json.writeStartObject();
      json.writeStringField("name", series.name());
      json.writeArrayFieldStart("marks");
      for (Mark mark : series.marks()) {
        json.writeStartObject();
        mark(mark);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("markers");
    for (Marker marker : chart.markers()) {
      json.writeStartObject();
      marker(marker);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (String note : chart.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void axis(String field, Axis axis) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("label", axis.label());
    String word =
        switch (axis.scale()) {
          case LINEAR -> "linear";
          case LOG -> "log";
          case DATES -> "dates";
          case CATEGORIES -> "names";
        };
    json.writeStringField("scale", word);
    if (axis.scale() == Axis.Scale.CATEGORIES) {
      json.writeArrayFieldStart("names");
      for (String name : axis.categories()) {
        json.writeString(name);
      }
      json.writeEndArray();
    } else {
      json.writeStringField(
          "unit",
          axis.scale() == Axis.Scale.DATES
              ? JsonValues.DATE
              : axis.unit().map(UnitExpression::text).orElse(JsonValues.PURE));
    }
    json.writeEndObject();
  }

  private void mark(Mark mark) throws IOException {
    if (mark instanceof Mark.Line line) {
      json.writeStringField("kind", "line");
      numbers("x", line.x());
      numbers("y", line.y());
    } else if (mark instanceof Mark.Points points) {
      json.writeStringField("kind", "points");
      numbers("x", points.x());
      numbers("y", points.y());
    } else if (mark instanceof Mark.Band band) {
      json.writeStringField("kind", "band");
      numbers("x", band.x());
      numbers("low", band.low());
      numbers("high", band.high());
    } else if (mark instanceof Mark.Spreads spreads) {
      json.writeStringField("kind", "spreads");
      numbers("x", spreads.x());
      numbers("low", spreads.low());
      numbers("high", spreads.high());
    } else if (mark instanceof Mark.Bars bars) {
      json.writeStringField("kind", "bars");
      json.writeBooleanField("sideways", bars.sideways());
      numbers("from", bars.from());
      numbers("to", bars.to());
      numbers("base", bars.base());
      numbers("top", bars.top());
    } else if (mark instanceof Mark.Cells cells) {
      json.writeStringField("kind", "cells");
      numbers("x", cells.x());
      numbers("y", cells.y());
      axis("scale", cells.scale());
      numbers("value", cells.value());
    }
  }

  private void marker(Marker marker) throws IOException {
    if (marker instanceof Marker.Threshold threshold) {
      json.writeStringField("kind", "threshold");
      json.writeFieldName(threshold.level() ? "y" : "x");
      number(threshold.at());
    } else if (marker instanceof Marker.Crossing crossing) {
      json.writeStringField("kind", "crossing");
      json.writeFieldName("x");
      number(crossing.x());
      json.writeFieldName("y");
      number(crossing.y());
    }
    json.writeStringField("label", marker.label());
  }

  private void numbers(String field, Coordinates numbers) throws IOException {
    json.writeArrayFieldStart(field);
    for (int i = 0; i < numbers.size(); i++) {
      number(numbers.get(i));
    }
    json.writeEndArray();
  }

  private void number(double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(NumberText.exact(number));
    } else {
      json.writeNull();
    }
  }
}
