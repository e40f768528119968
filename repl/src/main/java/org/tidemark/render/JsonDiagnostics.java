package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;

/** What was wrong, as the field {@code diagnostics} of every object that the command prints. */
final class JsonDiagnostics {
  private JsonDiagnostics() {}

  static void write(JsonGenerator json, List<Diagnostic> diagnostics) throws IOException {
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      write(json, diagnostic);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code());
    json.writeStringField("severity", diagnostic.severity().word());
    json.writeStringField("message", diagnostic.message());
    if (diagnostic.location().isPresent()) {
      Location location = diagnostic.location().get();
      int offset = location.span().start();
      json.writeStringField("file", location.source().name());
      json.writeNumberField("line", location.source().line(offset));
      json.writeNumberField("column", location.source().column(offset));
    } else {
      json.writeNullField("file");
      json.writeNullField("line");
      json.writeNullField("column");
    }
    json.writeArrayFieldStart("help");
    for (String help : diagnostic.help()) {
      json.writeString(help);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
