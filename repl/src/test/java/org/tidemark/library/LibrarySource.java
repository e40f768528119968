package org.tidemark.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.check.Annotations;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;
import org.tidemark.support.Repository;

/** The library as it is written: modules, what they define, and what that refers to. */
final class LibrarySource {
  private static final Path FOLDER = Repository.TOP.resolve("stdlib");
  private static final String ENDING = ".tide";

  private final Map<String, Module> modules = new LinkedHashMap<>();

  /**
   * A module.
   *
   * @param source its text
   * @param members its definitions and declarations by name
   * @param imports the modules that it imports, by the names they have in it
   */
  record Module(
      String name,
      SourceText source,
      List<Statement> statements,
      Map<String, Statement> members,
      Map<String, String> imports) {}

  /** A model and the module that it stands in. */
  record Model(Module module, Declaration declaration) {
    String name() {
      return module.name() + "." + declaration.name().map(Identifier::name).orElse("");
    }

    List<Statement> statements() {
      return declaration.body().map(body -> body.statements()).orElse(List.of());
    }
  }

  /** Something that a name stands for, and where it stands. */
  private record Found(Module module, Optional<Model> model, Statement statement) {}

  private LibrarySource() {}

  /** All modules, read from their files. */
  static LibrarySource read() {
    LibrarySource library = new LibrarySource();
    Path folder = FOLDER.resolve("std");
    for (Path file : Repository.files(folder, path -> path.toString().endsWith(ENDING))) {
      String path = FOLDER.relativize(file).toString();
      String name = path.substring(0, path.length() - ENDING.length()).replaceAll("[/\\\\]", ".");
      SourceText source = new SourceText(path, Repository.text(file));
      List<Statement> statements = TideParser.parse(source).script().statements();
      library.modules.put(
          name, new Module(name, source, statements, members(statements), imports(statements)));
    }
    return library;
  }

  List<Module> modules() {
    return List.copyOf(modules.values());
  }

  /** The models of all modules. */
  List<Model> models() {
    List<Model> models = new ArrayList<>();
    for (Module module : modules.values()) {
      for (Statement statement : module.statements()) {
        if (statement instanceof Declaration declaration
            && declaration.kind().name().equals("model")) {
          models.add(new Model(module, declaration));
        }
      }
    }
    return models;
  }

  /** The titles of a module's tests. */
  static List<String> tests(Module module) {
    List<String> titles = new ArrayList<>();
    for (Statement statement : module.statements()) {
      if (statement instanceof Declaration declaration
          && declaration.kind().name().equals("test")) {
        declaration.title().map(TextLiteral::constant).ifPresent(titles::add);
      }
    }
    return titles;
  }

  /** The inputs of a model, its own and those of what it extends; the nearest of each name. */
  Map<String, Definition> inputs(Model model) {
    Map<String, Definition> inputs = new LinkedHashMap<>();
    base(model).ifPresent(base -> inputs.putAll(inputs(base)));
    for (Statement statement : model.statements()) {
      if (statement instanceof Definition definition) {
        if (definition.role() == DefinitionRole.PARAM) {
          inputs.put(definition.name().name(), definition);
        } else {
          inputs.remove(definition.name().name());
        }
      }
    }
    return inputs;
  }

  /** The bounds of an input of a model, as they are written. */
  Optional<String> bounds(Model model, Definition input) {
    return input.bounds().map(b -> owner(model, input).module().source().text(b.span()));
  }

  /**
   * Whether a definition of a model says where its value is from: a grade, a source or a way of
   * observing it, with words; or it refers to definitions, and all of them say it.
   */
  boolean saysWhereFrom(Model model, Definition definition) {
    Model owner = owner(model, definition);
    return saysWhereFrom(
        new Found(owner.module(), Optional.of(owner), definition), new HashSet<>());
  }

  // ---- where values are from

  /** The model that has a definition, this one or what it extends. */
  private Model owner(Model model, Definition definition) {
    return model.statements().contains(definition)
        ? model
        : base(model).map(base -> owner(base, definition)).orElse(model);
  }

  private boolean saysWhereFrom(Found found, Set<Statement> underway) {
    Statement statement = found.statement();
    if (!underway.add(statement)) {
      return true;
    }
    if (isAnnotated(annotations(statement))) {
      return true;
    }
    List<Found> references = new ArrayList<>();
    for (Expression expression : expressions(statement)) {
      references(found, expression, references);
    }
    return !references.isEmpty()
        && references.stream().allMatch(reference -> saysWhereFrom(reference, underway));
  }

  private static boolean isAnnotated(List<Annotation> annotations) {
    return annotations.stream()
        .filter(
            annotation -> {
              String word = annotation.name().name();
              return Evidence.Grade.of(word).isPresent()
                  || word.equals(Annotations.SOURCE)
                  || word.equals(Annotations.OBSERVED);
            })
        .flatMap(annotation -> annotation.arguments().stream())
        .map(Argument::value)
        .anyMatch(value -> value instanceof TextLiteral text && !text.constant().isBlank());
  }

  private static List<Annotation> annotations(Statement statement) {
    if (statement instanceof Definition definition) {
      return definition.annotations();
    }
    return statement instanceof Declaration declaration ? declaration.annotations() : List.of();
  }

  /** What a definition, or the fields of a declaration, are worked out from. */
  private static List<Expression> expressions(Statement statement) {
    List<Expression> expressions = new ArrayList<>();
    if (statement instanceof Definition definition) {
      expressions.add(definition.value());
    } else if (statement instanceof Declaration declaration) {
      declaration.value().ifPresent(expressions::add);
      declaration
          .body()
          .ifPresent(body -> body.statements().forEach(s -> expressions.addAll(expressions(s))));
    }
    return expressions;
  }

  /** The definitions and declarations that an expression names. Functions are none. */
  private void references(Found from, Expression expression, List<Found> references) {
    Optional<Found> named = path(expression).flatMap(path -> resolve(from, path));
    if (named.isPresent()) {
      if (!(named.get().statement() instanceof FunctionDeclaration)) {
        references.add(named.get());
      }
      arguments(expression).forEach(argument -> references(from, argument, references));
      return;
    }
    Subexpressions.of(expression).forEach(inner -> references(from, inner, references));
  }

  /** {@code a.b} of {@code a.b[0].c(1)}, as far as it may be names. */
  private static Optional<List<String>> path(Expression expression) {
    if (expression instanceof NameReference name) {
      return Optional.of(List.of(name.name()));
    }
    if (expression instanceof IndexAccess access) {
      return path(access.target());
    }
    if (expression instanceof Call call) {
      return path(call.callee());
    }
    if (expression instanceof MemberAccess access) {
      return path(access.target())
          .map(
              path -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(access.member().name());
                return longer;
              });
    }
    return Optional.empty();
  }

  private static List<Expression> arguments(Expression expression) {
    if (expression instanceof Call call) {
      List<Expression> arguments = new ArrayList<>(arguments(call.callee()));
      call.arguments().forEach(argument -> arguments.add(argument.value()));
      return arguments;
    }
    if (expression instanceof IndexAccess access) {
      List<Expression> arguments = new ArrayList<>(arguments(access.target()));
      arguments.add(access.index());
      return arguments;
    }
    return expression instanceof MemberAccess access ? arguments(access.target()) : List.of();
  }

  private Optional<Found> resolve(Found from, List<String> path) {
    String first = path.get(0);
    Optional<Found> inModel = from.model().flatMap(model -> member(model, first));
    if (inModel.isPresent()) {
      return inModel;
    }
    if (from.module().members().containsKey(first)) {
      return within(from.module(), path);
    }
    String imported = from.module().imports().get(first);
    return imported == null || path.size() == 1 || !modules.containsKey(imported)
        ? Optional.empty()
        : within(modules.get(imported), path.subList(1, path.size()));
  }

  private Optional<Found> within(Module module, List<String> path) {
    Statement statement = module.members().get(path.get(0));
    if (statement == null) {
      return Optional.empty();
    }
    if (statement instanceof Declaration declaration
        && declaration.kind().name().equals("model")
        && path.size() > 1) {
      return member(new Model(module, declaration), path.get(1));
    }
    return Optional.of(new Found(module, Optional.empty(), statement));
  }

  private Optional<Found> member(Model model, String name) {
    Statement own = members(model.statements()).get(name);
    return own != null
        ? Optional.of(new Found(model.module(), Optional.of(model), own))
        : base(model).flatMap(base -> member(base, name));
  }

  private Optional<Model> base(Model model) {
    return model
        .declaration()
        .base()
        .flatMap(LibrarySource::path)
        .flatMap(path -> resolve(new Found(model.module(), Optional.empty(), null), path))
        .filter(found -> found.statement() instanceof Declaration)
        .map(found -> new Model(found.module(), (Declaration) found.statement()));
  }

  // ---- reading

  private static Map<String, Statement> members(List<Statement> statements) {
    Map<String, Statement> members = new HashMap<>();
    for (Statement statement : statements) {
      if (statement instanceof Definition definition) {
        members.put(definition.name().name(), statement);
      } else if (statement instanceof FunctionDeclaration function) {
        members.put(function.name().name(), statement);
      } else if (statement instanceof Declaration declaration) {
        declaration.name().ifPresent(name -> members.put(name.name(), statement));
      }
    }
    return members;
  }

  private static Map<String, String> imports(List<Statement> statements) {
    Map<String, String> imports = new HashMap<>();
    for (Statement statement : statements) {
      if (statement instanceof ImportStatement imported && !imported.module().isEmpty()) {
        List<Identifier> names = imported.module();
        String alias = imported.alias().orElse(names.get(names.size() - 1)).name();
        imports.put(alias, names.stream().map(Identifier::name).collect(Collectors.joining(".")));
      }
    }
    return imports;
  }
}
