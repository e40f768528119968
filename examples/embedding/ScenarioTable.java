import java.nio.file.Path;
import java.util.Locale;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;

/** Compiles a script once and asks it for every scenario of a table. */
public class ScenarioTable {
  public static void main(String[] arguments) throws Exception {
    Path script = Path.of(arguments.length > 0 ? arguments[0] : "examples/embedding/scenario.tide");
    Program program = Tide.builder().build().compile(script);

    System.out.println("years to parity, by the number of firms and the rate of discount");
    System.out.println(" N |    1 %    3 %    5 %");
    for (int firms : new int[] {2, 5, 8}) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%2d |", firms));
      for (double rate : new double[] {1, 3, 5}) {
        double years =
            program.with("N", firms).with("r", rate, "%/year").quantity("nash.time").in("year");
        line.append(String.format(Locale.ROOT, " %6.3f", years));
      }
      System.out.println(line);
    }
  }
}
