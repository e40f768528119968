import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;

/** Runs a script in JavaScript that evaluates Tide itself. */
public class PolyglotFromJavaScript {
  public static void main(String[] arguments) throws Exception {
    Path script = Path.of(arguments.length > 0 ? arguments[0] : "examples/embedding/scenario.js");
    try (Engine engine =
            Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        Context context =
            Context.newBuilder("js", "tide")
                .engine(engine)
                // all that the script is allowed
                .allowPolyglotAccess(PolyglotAccess.ALL)
                .build()) {
      context.eval(Source.newBuilder("js", script.toFile()).build());
    }
  }
}
