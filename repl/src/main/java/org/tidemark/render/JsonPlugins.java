package org.tidemark.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tidemark.api.PluginInfo;
import org.tidemark.api.PluginProblem;

/** Plugins as the one JSON object that {@code tide plugins --json} prints. */
public final class JsonPlugins {
  private static final int VERSION = 1;

  private JsonPlugins() {}

  /**
   * The object, ended by a newline.
   *
   * @param spi the version of the interface for plugins
   */
  public static String of(List<PluginInfo> plugins, String spi) {
    return JsonReport.written(
        json -> {
          json.writeStartObject();
          json.writeNumberField("tide", VERSION);
          json.writeStringField("spi", spi);
          json.writeArrayFieldStart("plugins");
          for (PluginInfo plugin : plugins) {
            write(plugin, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(PluginInfo plugin, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", plugin.name());
    json.writeStringField("version", plugin.version());
    json.writeStringField("spi", plugin.spiVersion());
    json.writeStringField("doc", plugin.doc());
    json.writeStringField("from", plugin.origin());
    json.writeBooleanField("loaded", plugin.loaded());
    json.writeObjectFieldStart("adds");
    for (Map.Entry<String, List<String>> added : plugin.adds().entrySet()) {
      json.writeArrayFieldStart(added.getKey());
      for (String name : added.getValue()) {
        json.writeString(name);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("problems");
    for (PluginProblem problem : plugin.problems()) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
