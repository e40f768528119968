package org.tidemark.model;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Statement;

/** What stands on the right side of definitions, found by the places of their names. */
final class WrittenTexts {
  private final Map<SourceText, Map<Integer, Span>> sources = new IdentityHashMap<>();

  /**
   * The right side at a place, in one line; the text of the place itself where none starts there.
   */
  String at(Location location) {
    if (location == null) {
      return "";
    }
    SourceText source = location.source();
    Map<Integer, Span> spans = sources.get(source);
    if (spans == null) {
      spans = new HashMap<>();
      for (Statement statement : TideParser.parse(source).script().statements()) {
        collect(statement, spans);
      }
      sources.put(source, spans);
    }
    Span span = spans.getOrDefault(location.span().start(), location.span());
    return source.text(span).replaceAll("\\s+", " ").strip();
  }

  private static void collect(Statement statement, Map<Integer, Span> spans) {
    if (statement instanceof Definition definition) {
      spans.put(definition.name().span().start(), definition.value().span());
    } else if (statement instanceof Declaration declaration) {
      declaration
          .name()
          .ifPresent(
              name ->
                  spans.put(
                      name.span().start(),
                      declaration.value().map(value -> value.span()).orElse(declaration.span())));
      declaration
          .body()
          .ifPresent(body -> body.statements().forEach(inner -> collect(inner, spans)));
    }
  }
}
