package org.tidemark.polyglot;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Contexts for tests, without the warning that they are interpreted. */
final class Contexts {
  private Contexts() {}

  static Context.Builder builder(String... languages) {
    return Context.newBuilder(languages)
        .allowExperimentalOptions(true)
        .option("engine.WarnInterpreterOnly", "false");
  }

  static Engine engine() {
    return Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
  }

  static Context tide() {
    return builder("tide").build();
  }

  static Value run(Context context, String text) {
    return context.eval(source(text));
  }

  static Source source(String text) {
    return Source.newBuilder("tide", text, "model.tide").buildLiteral();
  }
}
