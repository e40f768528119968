import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Tide as one of the languages of a Polyglot context, without a class of Tidemark. */
public class PolyglotFromJava {
  public static void main(String[] arguments) {
    // quiet on a JDK without the optimising compiler
    try (Engine engine =
            Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        Context context = Context.newBuilder("tide").engine(engine).build()) {
      Value model =
          context.eval(
              "tide",
              "param r: 1/year = 5 %/year\n"
                  + "curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)\n"
                  + "doubling = log(2) / r");
      System.out.println(model.getMember("doubling").getMember("value").asDouble());
      System.out.println(model.getMember("doubling").getMember("unit").asString());

      Value slow = model.invokeMember("with", ProxyObject.fromMap(Map.of("r", "2 %/year")));
      System.out.println(slow.getMember("doubling"));
    }
  }
}
