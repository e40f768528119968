import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Runs Tide as a tool does that knows only javax.script: there is no import of Tidemark. */
public class WithoutTidemark {
  public static void main(String[] arguments) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("tide");

    System.out.println(engine.eval("1 year / (1 month)"));

    CompiledScript growth =
        ((Compilable) engine).compile("param r: 1/year = 5 %/year\nexp(r * 10 year)");
    for (String rate : new String[] {"1 %/year", "5 %/year"}) {
      engine.put("r", rate);
      System.out.println(rate + " for ten years: " + growth.eval());
    }

    engine.eval("curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)");
    System.out.println("at 10 EB: " + ((Invocable) engine).invokeFunction("hbm", 10));

    engine.put("tonnes", 12);
    engine.eval("price = 3 USD\nshow total: tonnes * price");
    System.out.println("price: " + engine.get("price"));

    try {
      engine.eval("a = 12 USD/GB\nb = a + 1 EB");
    } catch (ScriptException wrong) {
      System.out.println("line " + wrong.getLineNumber() + ", column " + wrong.getColumnNumber());
      System.out.println(wrong.getMessage());
    }
  }
}
