package org.tidemark.script;

import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.tidemark.api.Tide;

/**
 * Makes engines that run Tide; found through {@link java.util.ServiceLoader} under the names {@code
 * tide} and {@code Tide}. Its engines may be used by several threads at once; they share what
 * scripts leave in the bindings.
 */
public final class TideScriptEngineFactory implements ScriptEngineFactory {
  private static final String LANGUAGE_VERSION = "0.1";

  private final Map<String, Object> parameters =
      Map.of(
          ScriptEngine.ENGINE,
          "Tidemark",
          ScriptEngine.ENGINE_VERSION,
          LANGUAGE_VERSION,
          ScriptEngine.LANGUAGE,
          "Tide",
          ScriptEngine.LANGUAGE_VERSION,
          LANGUAGE_VERSION,
          ScriptEngine.NAME,
          "tide",
          "THREADING",
          "MULTITHREADED");

  private Tide tide;

  /** Engines with the plugins beside Tidemark and without limits. */
  public TideScriptEngineFactory() {}

  /**
   * Engines of a configuration of one's own, such as one for scripts that nobody trusts; registered
   * with {@link javax.script.ScriptEngineManager#registerEngineName}.
   */
  public TideScriptEngineFactory(Tide tide) {
    this.tide = tide;
  }

  @Override
  public String getEngineName() {
    return (String) getParameter(ScriptEngine.ENGINE);
  }

  @Override
  public String getEngineVersion() {
    return (String) getParameter(ScriptEngine.ENGINE_VERSION);
  }

  @Override
  public List<String> getExtensions() {
    return List.of("tide");
  }

  @Override
  public List<String> getMimeTypes() {
    return List.of("application/x-tide");
  }

  @Override
  public List<String> getNames() {
    return List.of("tide", "Tide");
  }

  @Override
  public String getLanguageName() {
    return (String) getParameter(ScriptEngine.LANGUAGE);
  }

  @Override
  public String getLanguageVersion() {
    return (String) getParameter(ScriptEngine.LANGUAGE_VERSION);
  }

  @Override
  public Object getParameter(String key) {
    return parameters.get(key);
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return object + "." + method + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String getOutputStatement(String text) {
    return "show " + Literal.text("what is shown", text);
  }

  @Override
  public String getProgram(String... statements) {
    return String.join("\n", statements) + "\n";
  }

  @Override
  public synchronized ScriptEngine getScriptEngine() {
    if (tide == null) {
      tide = Tide.builder().build();
    }
    return new TideScriptEngine(this, tide);
  }
}
