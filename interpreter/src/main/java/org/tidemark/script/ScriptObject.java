package org.tidemark.script;

import java.util.List;
import java.util.Objects;
import javax.script.ScriptException;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Something of a script that plain Java has no class for: a model, a curve, a solution, a function.
 * Safe for several threads, one at a time.
 */
public final class ScriptObject {
  private final Definitions definitions;
  private final String expression;
  private final Value value;

  ScriptObject(Definitions definitions, String expression, Value value) {
    this.definitions = definitions;
    this.expression = expression;
    this.value = value;
  }

  /** The names of its definitions where it is a model; else none. */
  public List<String> names() {
    return value instanceof ModelValue model ? model.names() : List.of();
  }

  /**
   * A member of it, {@code "time"} of a solution, as the engine would give it.
   *
   * @throws org.tidemark.api.TideException where it has none, or it cannot be worked out
   */
  public Object get(String member) {
    return definitions.ask("(" + expression + ")." + member);
  }

  /**
   * What a function of it gives, {@code call("inverse", "5 USD/GB")} of a curve.
   *
   * @param arguments as {@link javax.script.Invocable#invokeFunction} of the engine takes them
   * @throws ScriptException where there is no such function, or it gives nothing
   */
  public Object call(String member, Object... arguments) throws ScriptException {
    return definitions.called("(" + expression + ")." + member, arguments);
  }

  /** The value as plugins see it. */
  public Value value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptObject that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** As a script shows it, in one line. */
  @Override
  public String toString() {
    return ValueText.of(value);
  }
}
