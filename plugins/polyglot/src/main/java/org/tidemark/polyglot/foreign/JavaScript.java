package org.tidemark.polyglot.foreign;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** JavaScript: functions of a script, or what a module exports. */
final class JavaScript implements Guest {
  private static final String MODULE = "application/javascript+module";
  private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*(export|import)\\b");
  private static final Pattern PLACE = Pattern.compile("^(\\w*Error: ).*?:\\d+:\\d+ ");
  private static final Pattern PLAIN_PARAMETERS =
      Pattern.compile("^(?:function\\s*[\\w$]*\\s*)?\\(([\\s\\w$,]*)\\)|^([\\w$]+)\\s*=>");

  @Override
  public String id() {
    return "js";
  }

  @Override
  public String name() {
    return "JavaScript";
  }

  @Override
  public List<String> endings() {
    return List.of("js", "mjs");
  }

  @Override
  public String cure() {
    return "add org.graalvm.js:js-language to the folder of the plugin polyglot";
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "js.esm-eval-returns-exports", "true",
        "js.shared-array-buffer", "false",
        "js.atomics", "false",
        // formats the time now where it is given none
        "js.intl-402", "false",
        // else that of the machine says how numbers are written
        "js.locale", "en-US",
        // loadWithNewGlobal makes a world of its own, with another clock
        "js.load", "false",
        // these say what it runs on
        "js.graal-builtin", "false",
        "js.java-package-globals", "false");
  }

  @Override
  public List<Source> sources(String name, String text) {
    Source module =
        Source.newBuilder("js", text, name).mimeType(MODULE).cached(true).buildLiteral();
    Source script = Source.newBuilder("js", text, name).cached(true).buildLiteral();
    if (name.endsWith(".mjs")) {
      return List.of(module);
    }
    return EXPORT.matcher(text).find() ? List.of(script, module) : List.of(script);
  }

  @Override
  public void prepare(Context context) {
    context.eval(Texts.PURE);
  }

  @Override
  public Value functions(Context context, Source source, Value evaluated) {
    return MODULE.equals(source.getMimeType()) ? evaluated : context.getBindings(id());
  }

  @Override
  public Arity arity(Context context, Value function) {
    int least = function.getMember("length").asInt();
    // only a plain list of parameters tells that further arguments are lost
    Matcher text = PLAIN_PARAMETERS.matcher(function.toString());
    return new Arity(
        least,
        text.find() && !function.toString().contains("arguments") ? least : Integer.MAX_VALUE);
  }

  @Override
  public Value list(Context context, Object elements) {
    return context.eval(Texts.LIST).execute(elements);
  }

  @Override
  public String describe(Value value) {
    if (value.isNull()) {
      return value.toString().equals("null") ? "null" : "undefined";
    }
    Value type = value.getMetaObject();
    String name = type == null ? "" : type.getMetaSimpleName();
    return switch (name) {
      case "Promise" -> "a promise";
      case "Date" -> "a Date";
      case "symbol" -> "a symbol";
      default -> "an object";
    };
  }

  @Override
  public String message(String message) {
    return PLACE.matcher(message).replaceFirst("$1");
  }

  /** Made when a context is: making a source takes most of Polyglot to be loaded. */
  private static final class Texts {
    /** What would give another value for the same arguments says why it is not there. */
    static final Source PURE =
        Source.newBuilder(
                "js",
                """
                (() => {
                  const no = what => () => {
                    throw new Error(what + " is not there: the same arguments give the same result");
                  };
                  Math.random = no("Math.random");
                  const Dates = Date;
                  const now = no("the time now");
                  // nothing here may go through what the file can replace
                  const construct = Reflect.construct;
                  const Dated = new Proxy(Dates, {
                    __proto__: null,
                    construct: (type, given, made) =>
                      given.length === 0 ? now() : construct(type, given, made),
                    apply: now,
                  });
                  Dates.now = now;
                  Dates.prototype.constructor = Dated;
                  globalThis.Date = Dated;
                  // they tell when memory is cleared
                  delete globalThis.WeakRef;
                  delete globalThis.FinalizationRegistry;
                })()
                """,
                "tidemark")
            .internal(true)
            .buildLiteral();

    static final Source LIST =
        Source.newBuilder("js", "xs => Array.from(xs)", "tidemark").internal(true).buildLiteral();

    private Texts() {}
  }
}
