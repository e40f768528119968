package org.tidemark.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tidemark.check.Annotations;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Statement;

/** Finds definitions in the library's modules, reading only those that can hold them. */
final class LibrarySearch {
  private static final String INDEX = "@".concat(Annotations.INDEX);

  private final ClassLoader loader;
  private final Vocabulary vocabulary;
  private final ScriptFiles files;

  LibrarySearch(ClassLoader loader, Vocabulary vocabulary) {
    this.loader = loader;
    this.vocabulary = vocabulary;
    this.files = new ScriptFiles(loader, vocabulary, null);
  }

  /**
   * What goes by a name in the library: by {@code @index}, or by its own name with {@code -} for
   * {@code _}, the end of a dotted name included. Capital letters make no difference, zeros before
   * a number neither.
   */
  List<LibraryEntry> find(String key) {
    String wanted = key.strip().toLowerCase(Locale.ROOT);
    String name = wanted.replace('-', '_');
    String number = number(wanted);
    if (wanted.isEmpty()) {
      return List.of();
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    List<LibraryEntry> found = new ArrayList<>();
    read(
        // a further name stands between quotes, and zeros may stand before a number
        text -> text.contains(last) || text.contains(number.concat("\"")),
        entry -> {
          boolean indexed =
              entry.index().stream()
                  .anyMatch(i -> number(i.toLowerCase(Locale.ROOT)).equals(number));
          if (indexed || isCalled(entry, name)) {
            found.add(entry);
          }
        });
    return found;
  }

  private static boolean isCalled(LibraryEntry entry, String name) {
    return name.indexOf('.') < 0
        ? entry.name().toLowerCase(Locale.ROOT).equals(name)
        : ("." + entry.fullName().toLowerCase(Locale.ROOT)).endsWith("." + name);
  }

  /** Without the zeros before a number; other texts as they are. */
  private static String number(String text) {
    return text.chars().allMatch(Character::isDigit) ? text.replaceFirst("^0+(?=.)", "") : text;
  }

  /** Everything that has further names. */
  List<LibraryEntry> indexed() {
    List<LibraryEntry> found = new ArrayList<>();
    read(
        text -> text.contains(INDEX),
        entry -> {
          if (!entry.index().isEmpty()) {
            found.add(entry);
          }
        });
    return found;
  }

  /** The text of a module; absent where there is none, or none that can be read. */
  Optional<ModuleSource.Found> module(String name) {
    try {
      return files.module(name);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void read(Predicate<String> worthReading, Consumer<LibraryEntry> entries) {
    for (String name : LibraryModules.names(loader, vocabulary)) {
      Optional<ModuleSource.Found> module = module(name);
      if (module.isPresent()
          && worthReading.test(module.get().text().text().toLowerCase(Locale.ROOT))) {
        for (Statement statement : TideParser.parse(module.get().text()).script().statements()) {
          read(name, "", statement, entries);
        }
      }
    }
  }

  private static void read(
      String module, String prefix, Statement statement, Consumer<LibraryEntry> entries) {
    if (statement instanceof Definition definition) {
      String sort = definition.role() == DefinitionRole.PARAM ? "input" : "definition";
      String name = prefix + definition.name().name();
      entries.accept(entry(module, name, sort, definition.annotations(), definition.doc()));
    } else if (statement instanceof FunctionDeclaration function) {
      String name = prefix + function.name().name();
      entries.accept(entry(module, name, "function", function.annotations(), function.doc()));
    } else if (statement instanceof Declaration declaration && declaration.name().isPresent()) {
      String name = prefix + declaration.name().get().name();
      String kind = declaration.kind().name();
      entries.accept(entry(module, name, kind, declaration.annotations(), declaration.doc()));
      if (kind.equals("model") && declaration.body().isPresent()) {
        for (Statement inner : declaration.body().get().statements()) {
          read(module, name + ".", inner, entries);
        }
      }
    }
  }

  private static LibraryEntry entry(
      String module,
      String name,
      String sort,
      List<Annotation> annotations,
      Optional<DocComment> doc) {
    return new LibraryEntry(
        module,
        name,
        sort,
        Annotations.index(annotations),
        doc.map(DocComment::firstSentence).orElse(""));
  }
}
