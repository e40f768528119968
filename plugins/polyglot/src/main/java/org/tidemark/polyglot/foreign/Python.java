package org.tidemark.polyglot.foreign;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Python: the functions of a file. Its package is large and not delivered with this plugin. */
final class Python implements Guest {
  @Override
  public String id() {
    return "python";
  }

  @Override
  public String name() {
    return "Python";
  }

  @Override
  public List<String> endings() {
    return List.of("py");
  }

  @Override
  public String cure() {
    return "add org.graalvm.polyglot:python-community and what it needs to the folder of the plugin"
        + " polyglot";
  }

  @Override
  public Map<String, String> options() {
    return Map.of();
  }

  @Override
  public List<Source> sources(String name, String text) {
    return List.of(Source.newBuilder("python", text, name).cached(true).buildLiteral());
  }

  @Override
  public void prepare(Context context) {
    // randomness and the clock are the author's own affair
  }

  @Override
  public Value functions(Context context, Source source, Value evaluated) {
    return context.getBindings(id());
  }

  @Override
  public Arity arity(Context context, Value function) {
    Value arity = context.eval(Texts.ARITY).execute(function);
    int most = arity.getArrayElement(1).asInt();
    return new Arity(arity.getArrayElement(0).asInt(), most < 0 ? Integer.MAX_VALUE : most);
  }

  @Override
  public Value list(Context context, Object elements) {
    return context.eval("python", "list").execute(elements);
  }

  @Override
  public String describe(Value value) {
    if (value.isNull()) {
      return "None";
    }
    Value type = value.getMetaObject();
    return type == null ? "an object" : "a " + type.getMetaSimpleName();
  }

  @Override
  public String message(String message) {
    return message;
  }

  /** Made when a context is: making a source takes most of Polyglot to be loaded. */
  private static final class Texts {
    static final Source ARITY =
        Source.newBuilder(
                "python",
                """
                def arity(f):
                    code = getattr(f, '__code__', None)
                    if code is None:
                        return [0, -1]
                    most = -1 if code.co_flags & 4 else code.co_argcount
                    return [code.co_argcount - len(f.__defaults__ or ()), most]
                arity
                """,
                "tidemark")
            .internal(true)
            .buildLiteral();

    private Texts() {}
  }
}
