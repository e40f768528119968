package org.tidemark.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.Vocabulary;
import org.tidemark.quantity.Spelling;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.value.ValueText;

/** Finds the documentation of a name and writes it as Markdown. */
final class DocumentationIndex {
  private final ClassLoader loader;
  private final Vocabulary vocabulary;
  private final LibraryPages library;

  DocumentationIndex(ClassLoader loader, Vocabulary vocabulary) {
    this.loader = loader;
    this.vocabulary = vocabulary;
    this.library = new LibraryPages(loader, vocabulary);
  }

  Optional<Documentation> describe(String name) {
    Optional<Documentation> found = explanation(name);
    if (found.isEmpty()) {
      found = vocabulary.function(name).map(f -> function(f));
    }
    if (found.isEmpty()) {
      found = vocabulary.kind(name).map(k -> kind(k));
    }
    if (found.isEmpty()) {
      found = vocabulary.constant(name).map(c -> constant(c));
    }
    if (found.isEmpty()) {
      found = vocabulary.units().find(name).map(u -> unit(u));
    }
    if (found.isEmpty() && name.indexOf('.') > 0) {
      found = field(name);
    }
    if (found.isEmpty()) {
      found = library.named(name);
    }
    if (found.isEmpty()) {
      found = keyword(name);
    }
    if (found.isEmpty() && name.equals("mechanisms")) {
      found = Optional.of(library.index());
    }
    if (found.isEmpty()) {
      found = library.found(name);
    }
    return found.isPresent() ? found : library.named(Library.ROOT + "." + name);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    vocabulary.kinds().forEach(kind -> names.add(kind.name()));
    vocabulary.functions().forEach(function -> names.add(function.name()));
    vocabulary.constants().forEach(constant -> names.add(constant.name()));
    return names;
  }

  List<String> suggestions(String name) {
    List<String> near = library.near(name);
    if (near.isEmpty()) {
      near = Spelling.closest(name, names(), 3);
    }
    return near.isEmpty() ? UnitTable.standard().suggestions(name) : near;
  }

  // ---- error codes

  private Optional<Documentation> explanation(String code) {
    if (code.length() != 5
        || (code.charAt(0) != 'E' && code.charAt(0) != 'W')
        || !code.chars().skip(1).allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream("org/tidemark/explain/" + code + ".md")) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return Optional.of(
          new Documentation(
              text.substring(0, end).replaceFirst("^# *", ""), "error", text.substring(end + 1)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  // ---- vocabulary

  private Documentation function(FunctionSpec function) {
    StringBuilder text = new StringBuilder(function.doc()).append("\n\n");
    for (ParameterSpec parameter : function.parameters()) {
      text.append("- `")
          .append(parameter.name())
          .append(parameter.rest() ? ", …" : "")
          .append("`: ")
          .append(withoutStop(parameter.doc()))
          .append(
              parameter.accept().words().equals("anything")
                  ? ""
                  : " (" + parameter.accept().words() + ")")
          .append(parameter.fallback().map(f -> "; default: " + f).orElse(""))
          .append('\n');
    }
    for (String example : function.examples()) {
      text.append("\n```tide\nshow ").append(example).append("\n```\n");
    }
    return new Documentation(function.signature(), "function", text.toString());
  }

  /** What goes on behind it needs no full stop before. */
  private static String withoutStop(String doc) {
    return doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
  }

  private Documentation kind(Kind kind) {
    StringBuilder text = new StringBuilder(kind.doc()).append("\n\n");
    for (FieldSpec field : kind.fields()) {
      text.append("- `")
          .append(field.name())
          .append("`: ")
          .append(withoutStop(field.doc()))
          .append(field.required() ? "; required" : "")
          .append(field.fallback().map(f -> "; default: " + f).orElse(""))
          .append('\n');
    }
    kind.example().ifPresent(e -> text.append("\n```tide\n").append(e.strip()).append("\n```\n"));
    return new Documentation(kind.name(), "kind", text.toString());
  }

  private static Documentation constant(Constant constant) {
    return new Documentation(
        constant.name(),
        "constant",
        constant.doc() + "\n\nIts value is " + ValueText.of(constant.value()) + ".\n");
  }

  private static Documentation unit(Unit unit) {
    return new Documentation(
        unit.symbol(),
        "unit",
        unit.doc() + "\n\nDimension: " + unit.dimension().describe() + ".\n");
  }

  private Optional<Documentation> field(String name) {
    int dot = name.indexOf('.');
    String fieldName = name.substring(dot + 1);
    return vocabulary
        .kind(name.substring(0, dot))
        .flatMap(
            kind ->
                kind.fields().stream()
                    .filter(f -> f.name().equals(fieldName))
                    .findFirst()
                    .map(
                        f ->
                            new Documentation(
                                name,
                                "field of " + kind.name(),
                                f.doc()
                                    + (f.required() ? "\n\nRequired.\n" : "")
                                    + f.fallback()
                                        .map(d -> "\n\nDefault: " + d + ".\n")
                                        .orElse(""))));
  }

  private static Optional<Documentation> keyword(String word) {
    String text = Keywords.describe(word);
    return text == null
        ? Optional.empty()
        : Optional.of(new Documentation(word, "keyword", text + "\n"));
  }
}
