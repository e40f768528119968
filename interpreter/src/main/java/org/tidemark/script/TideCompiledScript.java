package org.tidemark.script;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.RecordType;

/** A script with its program; safe for several threads. */
final class TideCompiledScript extends CompiledScript {
  private static final String NO_SUCH_NAME = "E0201";

  /** What {@code 3 x} has where there is no x. */
  private static final String NO_SUCH_UNIT = "E0211";

  private final TideScriptEngine engine;
  private final Tide tide;
  private final String name;
  private final String text;
  private final Set<String> lacking;
  private final Set<String> unknown;
  private final String added;
  private final Program program;

  /** A result that the script shows, in order. */
  private record Item(String expression, boolean shown) {}

  private TideCompiledScript(
      TideScriptEngine engine,
      Tide tide,
      String name,
      String text,
      Set<String> lacking,
      Set<String> unknown,
      String added,
      Program program) {
    this.engine = engine;
    this.tide = tide;
    this.name = name;
    this.text = text;
    this.lacking = lacking;
    this.unknown = unknown;
    this.added = added;
    this.program = program;
  }

  /**
   * Compiles a script. Names that it lacks may come from other bindings later; other errors stay.
   *
   * @param file that it was read from, in whose folder it finds its own; may be empty
   */
  static TideCompiledScript of(
      TideScriptEngine engine, Tide tide, String text, String file, ScriptContext where)
      throws ScriptException {
    String name = file.isEmpty() ? "script" : file;
    try {
      Program plain = program(tide, name, text);
      if (plain.diagnostics().stream().anyMatch(found -> Limits.isReached(found.code()))) {
        throw Failures.of(plain.diagnostics());
      }
      Set<String> unknown = unknown(plain);
      Set<String> lacking = lacking(name, text, plain, unknown);
      String added = added(lacking, where, unknown);
      Program program = added.isEmpty() ? plain : program(tide, name, text + added);
      for (Diagnostic diagnostic : program.diagnostics()) {
        if (diagnostic.isError() && !diagnostic.code().equals(NO_SUCH_NAME)) {
          throw Failures.of(program.diagnostics());
        }
      }
      return new TideCompiledScript(engine, tide, name, text, lacking, unknown, added, program);
    } catch (TideException failure) {
      throw Failures.of(failure);
    }
  }

  private static Program program(Tide tide, String name, String text) {
    try {
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return tide.compile(name, text, file.toAbsolutePath().getParent());
      }
    } catch (InvalidPathException noFile) {
      // a name that the host made up
    }
    return tide.compile(name, text);
  }

  @Override
  public ScriptEngine getEngine() {
    return engine;
  }

  @Override
  public Object eval(ScriptContext where) throws ScriptException {
    try {
      return run(where);
    } catch (TideException failure) {
      throw Failures.of(failure);
    } catch (IOException unwritable) {
      throw new ScriptException(unwritable);
    }
  }

  private Object run(ScriptContext where) throws ScriptException, IOException {
    Map<String, Object> bound = bound(where);
    String addedNow = added(lacking, where, unknown);
    Program complete = addedNow.equals(added) ? program : program(tide, name, text + addedNow);
    Program asked = amended(complete, without(bound, lacking));
    if (!asked.isSound()) {
      throw Failures.of(asked.diagnostics());
    }
    write(where.getErrorWriter(), warnings(asked));
    Outcome outcome = asked.run();
    Definitions definitions = new Definitions(asked);
    Object result = results(outcome.shown(), definitions, asked, where.getWriter());
    refuse(outcome);
    if (!outcome.exports().isEmpty()) {
      write(
          where.getErrorWriter(), "scripts of javax.script write no files; exports are left out\n");
    }
    if (where.getBindings(ScriptContext.ENGINE_SCOPE) instanceof ScriptBindings own) {
      own.define(definitions, lacking);
    }
    return result;
  }

  private static void refuse(Outcome outcome) throws ScriptException {
    List<Diagnostic> wrong = new ArrayList<>(outcome.problems());
    for (AssertOutcome check : outcome.asserts()) {
      check.failure().filter(failure -> !wrong.contains(failure)).ifPresent(wrong::add);
    }
    if (!wrong.isEmpty()) {
      throw Failures.of(new TideException(wrong));
    }
  }

  // ---- bindings

  /** What the host has put, the engine's before the manager's. */
  private static Map<String, Object> bound(ScriptContext where) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (int scope : List.of(ScriptContext.GLOBAL_SCOPE, ScriptContext.ENGINE_SCOPE)) {
      Bindings bindings = where.getBindings(scope);
      if (bindings != null) {
        bound.putAll(bindings instanceof ScriptBindings own ? own.given() : bindings);
      }
    }
    return bound;
  }

  private static Map<String, Object> without(Map<String, Object> bound, Set<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(bound);
    rest.keySet().removeAll(names);
    return rest;
  }

  /** The names that a script uses and does not define, those of built-in functions included. */
  private static Set<String> lacking(
      String name, String text, Program program, Set<String> unknown) {
    Set<String> names = OutsideNames.of(TideParser.parse(new SourceText(name, text)).script());
    // the checker knows more of some places, such as the fields of a kind
    names.addAll(unknown);
    names.removeIf(outside -> program.lookup().name(outside).isPresent());
    return names;
  }

  /** The names that mean nothing at all without bindings. */
  private static Set<String> unknown(Program program) {
    Set<String> names = new LinkedHashSet<>();
    for (Diagnostic diagnostic : program.diagnostics()) {
      boolean named =
          diagnostic.code().equals(NO_SUCH_NAME) || diagnostic.code().equals(NO_SUCH_UNIT);
      if (named && diagnostic.location().isPresent()) {
        Span span = diagnostic.location().get().span();
        names.add(diagnostic.location().get().source().text(span));
      }
    }
    return names;
  }

  /**
   * Definitions, from the bindings, of the names that a script lacks.
   *
   * @param unknown those of them that have no other meaning, for which any value must do
   */
  private static String added(Set<String> lacking, ScriptContext where, Set<String> unknown) {
    Map<String, Object> bound = bound(where);
    StringBuilder definitions = new StringBuilder();
    for (String missing : lacking) {
      Object value = bound.get(missing);
      if (value == null
          && where.getBindings(ScriptContext.ENGINE_SCOPE) instanceof ScriptBindings own) {
        // a definition that fails is told of where nothing else has the name
        value = unknown.contains(missing) ? own.get(missing) : own.getIfAny(missing);
      }
      if (value != null && (unknown.contains(missing) || Literal.isPossible(value))) {
        definitions.append('\n').append(missing).append(" = ").append(Literal.of(missing, value));
      }
    }
    return definitions.toString();
  }

  /** The program with those of its definitions set that the host has bound. */
  private static Program amended(Program program, Map<String, Object> bound) {
    Program amended = program;
    for (Map.Entry<String, Object> setting : bound.entrySet()) {
      String path = setting.getKey();
      if (setting.getValue() != null
          && Program.isPath(path)
          && program.lookup().name(path.split("\\.", 2)[0]).isPresent()) {
        amended = set(amended, program, path, setting.getValue());
      }
    }
    return amended;
  }

  private static Program set(Program amended, Program program, String path, Object value) {
    boolean isText =
        program.lookup().name(path).filter(n -> n.type() == BasicType.TEXT).isPresent();
    if (value instanceof CharSequence expression && !isText) {
      return amended.with(path, expression.toString());
    }
    if (value instanceof Map<?, ?> settings && isModel(program, path)) {
      Program result = amended;
      for (Map.Entry<?, ?> setting : settings.entrySet()) {
        result = set(result, program, path + "." + setting.getKey(), setting.getValue());
      }
      return result;
    }
    return amended.with(path, Literal.of(path, value));
  }

  /** Whether what a map names are places in it; else the map is a record. */
  private static boolean isModel(Program program, String path) {
    return program
        .lookup()
        .name(path)
        .filter(name -> !(name.type() instanceof RecordType))
        .isPresent();
  }

  // ---- results

  private Object results(List<Shown> shown, Definitions definitions, Program asked, Writer writer)
      throws IOException {
    List<Item> items = items();
    List<Shown> values = shown.stream().filter(one -> !(one.value() instanceof Chart)).toList();
    PlainValues plain = new PlainValues(asked, definitions);
    Object last = null;
    for (int i = 0; i < values.size(); i++) {
      Shown value = values.get(i);
      boolean known = items.size() == values.size();
      if (!known || items.get(i).shown()) {
        write(writer, ResultLines.of(value));
      }
      if (i == values.size() - 1) {
        last = plain.of(value.value(), known ? items.get(i).expression() : value.name());
      }
    }
    return last;
  }

  /** The expressions that are shown, and those that only stand there. */
  private List<Item> items() {
    SourceText source = new SourceText(name, text);
    List<Item> items = new ArrayList<>();
    for (Statement statement : TideParser.parse(source).script().statements()) {
      if (statement instanceof ShowStatement show) {
        for (ShowItem item : show.items()) {
          items.add(new Item(source.text(item.value().span()), true));
        }
      } else if (statement instanceof ExpressionStatement bare) {
        items.add(new Item(source.text(bare.span()), false));
      }
    }
    return items;
  }

  private static String warnings(Program program) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : program.diagnostics()) {
      text.append(DiagnosticRenderer.render(diagnostic, false));
    }
    return text.toString();
  }

  private static void write(Writer writer, String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(text);
      writer.flush();
    }
  }
}
