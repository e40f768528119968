package org.tidemark.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the Tide out of Markdown, and texts out of the test resources. */
final class Snippets {
  private Snippets() {}

  /** The contents of the {@code tide} blocks, in order. */
  static List<String> of(String markdown) {
    List<String> snippets = new ArrayList<>();
    StringBuilder snippet = null;
    for (String line : markdown.split("\n", -1)) {
      if (snippet == null && line.equals("```tide")) {
        snippet = new StringBuilder();
      } else if (snippet != null && line.equals("```")) {
        snippets.add(snippet.toString());
        snippet = null;
      } else if (snippet != null) {
        snippet.append(line).append('\n');
      }
    }
    return snippets;
  }

  static String resource(String path) {
    try (InputStream in = Snippets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scripts that use the whole language, cut at lines of dashes. */
  static List<String> samples() {
    return List.of(resource("samples.txt").split("\n----\n"));
  }
}
