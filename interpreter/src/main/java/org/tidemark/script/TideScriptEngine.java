package org.tidemark.script;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import org.tidemark.api.Tide;

/** Runs scripts; what they define stays in the bindings. */
final class TideScriptEngine extends AbstractScriptEngine implements Compilable, Invocable {
  private final TideScriptEngineFactory factory;
  private final Tide tide;

  TideScriptEngine(TideScriptEngineFactory factory, Tide tide) {
    super(new ScriptBindings());
    this.factory = factory;
    this.tide = tide;
  }

  @Override
  public Object eval(String script, ScriptContext where) throws ScriptException {
    return TideCompiledScript.of(this, tide, script, fileName(where), where).eval(where);
  }

  @Override
  public Object eval(Reader script, ScriptContext where) throws ScriptException {
    return eval(text(script), where);
  }

  @Override
  public Bindings createBindings() {
    return new ScriptBindings();
  }

  @Override
  public ScriptEngineFactory getFactory() {
    return factory;
  }

  // ---- Compilable

  @Override
  public CompiledScript compile(String script) throws ScriptException {
    return TideCompiledScript.of(this, tide, script, fileName(context), context);
  }

  @Override
  public CompiledScript compile(Reader script) throws ScriptException {
    return compile(text(script));
  }

  private static String fileName(ScriptContext where) {
    return where.getAttribute(ScriptEngine.FILENAME) instanceof String name ? name : "";
  }

  private static String text(Reader reader) throws ScriptException {
    StringWriter text = new StringWriter();
    try {
      reader.transferTo(text);
    } catch (IOException unreadable) {
      throw new ScriptException(unreadable);
    }
    return text.toString();
  }

  // ---- Invocable

  /**
   * Calls a function or a curve that a script has left in the engine's bindings.
   *
   * @param arguments numbers, which for a curve are in the unit of its {@code at}; texts with a
   *     value in Tide, {@code "10 EB"}; what else can be bound
   */
  @Override
  public Object invokeFunction(String name, Object... arguments)
      throws ScriptException, NoSuchMethodException {
    return definition(name).call(name, arguments);
  }

  /**
   * Calls what an object of a script has, as {@code invokeMethod(engine.get("hbm"), "inverse", "5
   * USD/GB")} does.
   *
   * @param thiz what the bindings give for a model, curve, solution or record
   */
  @Override
  public Object invokeMethod(Object thiz, String name, Object... arguments)
      throws ScriptException, NoSuchMethodException {
    if (thiz instanceof ScriptObject object) {
      return object.call(name, arguments);
    }
    throw new IllegalArgumentException("only objects of a script have methods");
  }

  private Definitions definition(String name) throws NoSuchMethodException {
    Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
    if (bindings instanceof ScriptBindings own && own.definitions(name) != null) {
      return own.definitions(name);
    }
    throw new NoSuchMethodException("no script has left a function " + name);
  }

  /** Functions of the scripts as methods of an interface. */
  @Override
  public <T> T getInterface(Class<T> type) {
    return Interfaces.of(type, this::invokeFunction, names());
  }

  @Override
  public <T> T getInterface(Object thiz, Class<T> type) {
    if (!(thiz instanceof ScriptObject object)) {
      throw new IllegalArgumentException("only objects of a script have methods");
    }
    return Interfaces.of(type, object::call, object.names());
  }

  private List<String> names() {
    Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
    return bindings instanceof ScriptBindings own ? new ArrayList<>(own.defined()) : List.of();
  }
}
