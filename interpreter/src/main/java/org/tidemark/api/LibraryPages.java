package org.tidemark.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Annotations;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Checker;
import org.tidemark.check.Member;
import org.tidemark.check.ModelType;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Structure;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.model.Outcome;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.Shown;
import org.tidemark.model.Watch;
import org.tidemark.quantity.Spelling;

/** The documentation of the library: of it all, of its modules and of what they define. */
final class LibraryPages {
  /** The most names that are suggested. */
  private static final int NEAR = 3;

  private final ClassLoader loader;
  private final Vocabulary vocabulary;
  private final LibrarySearch search;

  LibraryPages(ClassLoader loader, Vocabulary vocabulary) {
    this.loader = loader;
    this.vocabulary = vocabulary;
    this.search = new LibrarySearch(loader, vocabulary);
  }

  /** A module, a member of one, or a folder of modules, by its whole name. */
  Optional<Documentation> named(String name) {
    int first = name.indexOf('.');
    String root = first < 0 ? name : name.substring(0, first);
    if (!root.equals(Library.ROOT) && vocabulary.library(root).isEmpty()) {
      return Optional.empty();
    }
    String module = name;
    while (!module.equals(root)) {
      Optional<ModuleSource.Found> found = search.module(module);
      if (found.isPresent()) {
        return module.equals(name)
            ? Optional.of(overview(name, found.get()))
            : member(module, name.substring(module.length() + 1), found.get());
      }
      int dot = module.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      module = module.substring(0, dot);
    }
    return folder(name);
  }

  /**
   * What a name of the library may have been meant for: modules, or members of the module or the
   * model that it begins with; that one itself where no member is called like it.
   */
  List<String> near(String name) {
    if (!name.startsWith(Library.ROOT.concat("."))) {
      return LibraryModules.names(loader, vocabulary).stream()
          .filter(module -> module.endsWith("." + name))
          .limit(NEAR)
          .toList();
    }
    String around = name;
    String part = "";
    List<String> names = List.of();
    while (names.isEmpty() && around.contains(".")) {
      int dot = around.lastIndexOf('.');
      part = around.substring(dot + 1);
      around = around.substring(0, dot);
      names = inside(around);
    }
    List<String> near = Spelling.closest(part, names, NEAR);
    if (near.isEmpty()) {
      return names.isEmpty() || around.equals(Library.ROOT) ? List.of() : List.of(around);
    }
    return near.stream().map(around.concat(".")::concat).toList();
  }

  /** The names below a module, a model of one, or a folder of modules; empty where it is none. */
  private List<String> inside(String name) {
    for (String module = name; module.contains("."); module = above(module)) {
      Optional<ModuleSource.Found> found = search.module(module);
      if (found.isPresent()) {
        Structure at = structure(found.get());
        return module.equals(name)
            ? own(at)
            : at(at, name.substring(module.length() + 1))
                .filter(member -> member.sort() == Member.Sort.MODEL)
                .map(member -> own(member.structure()))
                .orElse(List.of());
      }
    }
    return LibraryModules.below(loader, vocabulary, name).stream()
        .map(module -> module.substring(name.length() + 1))
        .toList();
  }

  private static String above(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static List<String> own(Structure structure) {
    return structure.ownMembers().values().stream()
        .filter(member -> member.sort() != Member.Sort.MODULE)
        .map(Member::name)
        .toList();
  }

  /** What goes by a name somewhere in the library, see {@link LibrarySearch#find}. */
  Optional<Documentation> found(String key) {
    List<LibraryEntry> entries = search.find(key);
    if (entries.size() == 1) {
      return named(entries.get(0).fullName());
    }
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (LibraryEntry entry : entries) {
      text.append(DocText.item(entry.fullName(), entry.summary()));
    }
    return Optional.of(new Documentation(key, entries.size() + " definitions", text.toString()));
  }

  /** Everything in the library that has a number. */
  Documentation index() {
    record Numbered(int number, LibraryEntry entry) {}
    List<Numbered> all = new ArrayList<>();
    for (LibraryEntry entry : search.indexed()) {
      for (String name : entry.index()) {
        if (isNumber(name)) {
          all.add(new Numbered(Integer.parseInt(name), entry));
        }
      }
    }
    all.sort(Comparator.comparingInt(Numbered::number));
    List<List<String>> rows = new ArrayList<>();
    for (Numbered one : all) {
      List<String> codes = one.entry().index().stream().filter(i -> !isNumber(i)).toList();
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%03d", one.number()),
              String.join(", ", codes),
              "`" + one.entry().fullName() + "`",
              one.entry().summary()));
    }
    return new Documentation(
        "mechanisms",
        "index of the library",
        rows.isEmpty()
            ? "Nothing in the library has a number.\n"
            : DocText.table(List.of("number", "code", "name", "says"), rows));
  }

  private static boolean isNumber(String name) {
    return name.length() < 9 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  // ---- pages

  /** The modules whose names begin with a name; absent where there are none. */
  private Optional<Documentation> folder(String name) {
    StringBuilder text = new StringBuilder();
    for (String module : LibraryModules.below(loader, vocabulary, name)) {
      text.append(DocText.item(module, DocComment.firstSentence(comment(module))));
    }
    return text.length() == 0
        ? Optional.empty()
        : Optional.of(
            new Documentation(
                name,
                name.equals(Library.ROOT) ? "library" : "part of the library",
                text.toString()));
  }

  private String comment(String module) {
    return search
        .module(module)
        .map(found -> DocText.leadingComment(found.text().text()))
        .orElse("");
  }

  private Structure structure(ModuleSource.Found module) {
    return check(module.text(), module.path()).main();
  }

  private CheckedProgram check(SourceText text, String path) {
    return new Checker(vocabulary, new ScriptFiles(loader, vocabulary, null)).check(text, path);
  }

  private Documentation overview(String name, ModuleSource.Found module) {
    StringBuilder text = new StringBuilder(DocText.leadingComment(module.text().text()));
    Structure structure = structure(module);
    StringBuilder inputs = new StringBuilder();
    StringBuilder definitions = new StringBuilder();
    StringBuilder models = new StringBuilder();
    for (Member member : structure.ownMembers().values()) {
      switch (member.sort()) {
        case MODEL -> models.append(ModelPage.item(member));
        case DEFINITION, DECLARATION, FUNCTION ->
            (member.isParam() ? inputs : definitions).append(ModelPage.item(member));
        case MODULE, INVALID -> {
          // no part of it
        }
      }
    }
    group("Inputs", inputs, text);
    group("Definitions", definitions, text);
    group("Models", models, text);
    return new Documentation(name, "module", text.toString());
  }

  private static void group(String title, StringBuilder members, StringBuilder text) {
    if (members.length() > 0) {
      text.append("\n\n## ")
          .append(title)
          .append("\n\n")
          .append(members.toString().stripTrailing());
    }
  }

  private Optional<Documentation> member(String module, String name, ModuleSource.Found found) {
    Structure structure = structure(found);
    return at(structure, name)
        .map(
            member ->
                page(
                    member,
                    module + "." + name,
                    member.sort() == Member.Sort.MODEL
                        ? values(module, name, member.structure())
                        : Map.of()));
  }

  /** The inputs of a model as they are worked out where nothing is set. */
  private Map<String, Shown> values(String module, String name, Structure model) {
    StringBuilder script = new StringBuilder("import ").append(module).append(" as it\n");
    List<Member> inputs = ModelPage.inputs(model);
    for (int i = 0; i < inputs.size(); i++) {
      String path = "it." + name + "." + inputs.get(i).name();
      script.append("show input").append(i).append(": ").append(path).append('\n');
    }
    CheckedProgram program = check(new SourceText(module, script.toString()), "");
    Map<String, Shown> values = new HashMap<>();
    if (program.isSound()) {
      Outcome outcome = RunnableProgram.of(program).run(Watch.none());
      for (Shown shown : outcome.shown()) {
        int input = Integer.parseInt(shown.name().substring("input".length()));
        values.put(inputs.get(input).name(), shown);
      }
    }
    return values;
  }

  // ---- members

  /** The documentation of a definition of a script by its dotted name. */
  static Optional<Documentation> ofMember(Structure script, String name) {
    return at(script, name).map(member -> page(member, name, Map.of()));
  }

  private static Optional<Member> at(Structure script, String name) {
    Structure at = script;
    Member member = null;
    for (String part : name.split("\\.", -1)) {
      if (at == null) {
        return Optional.empty();
      }
      member = at.member(part).orElse(null);
      if (member == null) {
        return Optional.empty();
      }
      at = member.type() instanceof ModelType model ? model.structure() : null;
    }
    return Optional.ofNullable(member);
  }

  private static Documentation page(Member member, String title, Map<String, Shown> values) {
    StringBuilder text = new StringBuilder();
    member.doc().ifPresent(doc -> text.append(doc.text().strip()).append("\n\n"));
    List<String> index = Annotations.index(member.annotations());
    if (!index.isEmpty()) {
      text.append("Index: ").append(String.join(", ", index)).append("\n\n");
    }
    Statement statement = member.statement();
    if (member.sort() == Member.Sort.MODEL) {
      text.append(ModelPage.of(member.structure(), values));
    } else if (statement != null) {
      text.append("```tide\n").append(member.source().text(statement.span())).append("\n```\n");
    }
    String sort =
        switch (member.sort()) {
          case DEFINITION -> member.isParam() ? "input" : "definition";
          case DECLARATION -> member.kind().name();
          case MODEL -> "model";
          case FUNCTION -> "function";
          case MODULE -> "module";
          case INVALID -> "statement";
        };
    return new Documentation(title, sort, text.toString());
  }
}
