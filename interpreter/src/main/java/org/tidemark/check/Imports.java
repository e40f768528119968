package org.tidemark.check;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.spi.Problem;

/** Finds imported modules, each once, and refuses circles among them. */
final class Imports {
  /** Reads and declares a module's text. */
  interface Reader {
    Structure read(ModuleSource.Found found);
  }

  private final ModuleSource modules;
  private final Findings findings;
  private final Map<String, Structure> loaded = new LinkedHashMap<>();
  private final Deque<String> loading = new ArrayDeque<>();
  private final Allowance allowance;
  private Reader reader;

  Imports(ModuleSource modules, Findings findings, Allowance allowance) {
    this.allowance = allowance;
    this.modules = modules;
    this.findings = findings;
  }

  void readWith(Reader moduleReader) {
    this.reader = moduleReader;
  }

  List<Structure> all() {
    return new ArrayList<>(loaded.values());
  }

  void enter(String path) {
    loading.push(path);
  }

  void leave() {
    loading.pop();
  }

  static Identifier boundName(ImportStatement imported) {
    if (imported.alias().isPresent()) {
      return imported.alias().get();
    }
    if (!imported.module().isEmpty()) {
      return imported.module().get(imported.module().size() - 1);
    }
    String file = imported.file().map(f -> f.constant()).orElse("module");
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.tide$", "");
    return new Identifier(name, imported.file().map(f -> f.span()).orElse(imported.span()));
  }

  Optional<Structure> load(Structure importing, ImportStatement imported) {
    String shown =
        imported
            .file()
            .map(f -> f.constant())
            .orElseGet(
                () -> String.join(".", imported.module().stream().map(Identifier::name).toList()));
    Optional<ModuleSource.Found> found;
    try {
      allowance.step();
      if (imported.file().isPresent() && isOwn(importing.modulePath())) {
        allowance.spend(Limit.FILES, 1);
      }
      found =
          imported.file().isPresent()
              ? modules.file(importing.modulePath(), shown)
              : modules.module(shown);
    } catch (LimitReached reached) {
      throw reached.at(new Location(importing.source(), imported.span()));
    } catch (IOException unreadable) {
      findings.add(
          Diagnostic.error(
              "E0208",
              "the module " + shown + " cannot be read: " + unreadable.getMessage(),
              importing.source(),
              imported.span()));
      return Optional.empty();
    } catch (Problem problem) {
      Diagnostic diagnostic =
          Diagnostic.error(
              problem.code(), problem.getMessage(), importing.source(), imported.span());
      for (String help : problem.help()) {
        diagnostic = diagnostic.withHelp(help);
      }
      findings.add(diagnostic);
      return Optional.empty();
    }
    if (found.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  "E0208", "there is no module " + shown, importing.source(), imported.span())
              .withHelp(
                  imported.file().isPresent()
                      ? "files are found relative to the importing file"
                      : "a file of your own is imported by its name: import \"./mine.tide\" as"
                          + " mine"));
      return Optional.empty();
    }
    String path = found.get().path();
    if (importing.sort() == Structure.Sort.EXAMPLE && path.equals(importing.modulePath())) {
      // an example may be written as its reader would, from outside
      return importing.scope().parent().map(Scope::structure);
    }
    if (loading.contains(path)) {
      findings.add(
          Diagnostic.error(
                  "E0209",
                  "modules import each other in a circle",
                  importing.source(),
                  imported.span())
              .withNote(shown + " is being imported already")
              .withHelp("move what both need into a third module"));
      return Optional.empty();
    }
    Structure known = loaded.get(path);
    if (known == null) {
      if (isOwn(path)) {
        allowance.spend(Limit.FILE_BYTES, found.get().text().text().length());
      }
      known = reader.read(found.get());
      loaded.put(path, known);
    }
    return Optional.of(known);
  }

  /** Whether a module is the script's own; those of the library are trusted. */
  private boolean isOwn(String path) {
    return modules.nameOf(path).equals(path);
  }
}
