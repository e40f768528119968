import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tidemark.api.Tide;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/**
 * What a keystroke costs at the prompt: colouring the entry and completing it at its end, in a
 * conversation of 2,000 lines, for an entry of 40 lines typed character by character.
 *
 * <p>Arguments: the lines of the conversation, how often the entry is typed to warm up.
 */
public final class KeystrokeBench {
  private static final String ENTRY =
      """
      /// What a new plant costs.
      param outlay: BUSD = 12 BUSD in 1..50
      param upkeep: 1/year = 3 %/year
      /// Its worth after some years.
      fn left(amount: USD, after: year, rate = 5 %/year) -> USD = amount * exp(-rate * after)
      fn twice(x) = 2 * x

      model Plant {
        param outlay = 12 BUSD
        param output = 40 EB/year
        price = 12 USD/GB
        // what comes in each year
        income = price * output
        costs = [0.1 * income, upkeep * outlay] |> sum
        years = outlay / (income - costs)
        test "it pays" {
          assert years < 30 year
        }
      }
      late = Plant with { output = 20 EB/year, price = 9 USD/GB }

      curve memory = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)
      firm newcomer { cost = 2 USD/GB; discount_rate = 5 %/year }
      market storage {
        demand = linear(choke: 20 USD/GB, slope: 0.1 USD*year/(GB*EB))
        firms = [newcomer]
      }
      process spread {
        state x = 1 %
        der x = 0.5 / (1 year) * x * (1 - x)
        horizon = 20 year
      }
      observed = table(on: date, usd: USD/GB) { date(2024), 15; date(2025), 12 }
      cheap = observed |> filter(row => row.usd < 13 USD/GB)
      means = [f1(x) for x in 1..10 if x > 3]
      best = if p1 > p2 then left(3 BUSD, after: 4 year) else left(outlay, 2 year, rate: 3 %/year)
      note = "The best is {best as BUSD}, after {3 year as month}"
      total: BUSD = best + m1.c * 3
      all = {total, means, share: total / outlay}
      show all.total as MUSD, late.years, best
      """;

  private KeystrokeBench() {}

  public static void main(String[] arguments) {
    int lines = Integer.parseInt(arguments[0]);
    int warmUps = Integer.parseInt(arguments[1]);
    Session session = new Session(Tide.builder().build(), Path.of(""));
    // whoever loads a script has typed something before
    session.highlight(":load m.tide");
    session.complete(":load m.tide", 12);
    Answer answer = session.evaluate(conversation(lines));
    if (!answer.accepted()) {
      throw new IllegalStateException(answer.diagnostics().get(0).message());
    }
    int n = ENTRY.length();
    long start = System.nanoTime();
    session.highlight("s");
    long coloured = System.nanoTime();
    session.complete("s", 1);
    System.out.printf(
        Locale.ROOT,
        "%-24s %9.2f ms%n%-24s %9.2f ms, what is known being worked out first%n",
        "first colouring",
        (coloured - start) / 1e6,
        "first completion",
        (System.nanoTime() - coloured) / 1e6);
    double[] colouring = new double[n];
    double[] completion = new double[n];
    double[] both = new double[n];
    double[] processor = new double[n];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double early = 0;
    for (int round = 0; round <= warmUps; round++) {
      for (int i = 0; i < n; i++) {
        String typed = ENTRY.substring(0, i + 1);
        long c0 = threads.getCurrentThreadCpuTime();
        long t0 = System.nanoTime();
        session.highlight(typed);
        long t1 = System.nanoTime();
        session.complete(typed, i + 1);
        long t2 = System.nanoTime();
        processor[i] = (threads.getCurrentThreadCpuTime() - c0) / 1e6;
        colouring[i] = (t1 - t0) / 1e6;
        completion[i] = (t2 - t1) / 1e6;
        both[i] = (t2 - t0) / 1e6;
        if (round == 0 && i < 50) {
          early = Math.max(early, both[i]);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%-24s %9.2f ms%n", "slowest of the first 50", early);
    System.out.printf(Locale.ROOT, "%-24s %12s %12s %12s%n", "", "median", "99 %", "slowest");
    row("colouring", colouring);
    row("completion", completion);
    row("both", both);
    row("both, processor time", processor);
  }

  private static void row(String name, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-24s %9.2f ms %9.2f ms %9.2f ms%n",
        name,
        sorted[sorted.length / 2],
        sorted[(int) (0.99 * sorted.length)],
        sorted[sorted.length - 1]);
  }

  /** Inputs, formulas, functions, curves, firms, models: each kind every so many lines. */
  private static String conversation(int lines) {
    StringBuilder text = new StringBuilder("param p0 = 5 USD/GB\n");
    int line = 1;
    for (int i = 1; line < lines; i++) {
      text.append("/// The price of sort ").append(i).append(".\n");
      text.append("param p").append(i).append(" = ").append(i).append(" USD/GB\n");
      text.append("v").append(i).append(" = p").append(i).append(" * 3 GB + 2 USD\n");
      text.append("fn f").append(i).append("(x, y = 2) = x * y + ").append(i).append('\n');
      text.append("curve k").append(i).append(" = wright(cost: p").append(i);
      text.append(", at: 2 EB, learning_rate: 15 %)\n");
      text.append("firm w").append(i).append(" { cost = p").append(i).append(" }\n");
      text.append("model m").append(i).append(" {\n");
      text.append("  param a = ").append(i).append(" USD\n");
      text.append("  b = 2 * a\n");
      text.append("  c = f").append(i).append("(b / (1 USD)) * 1 USD\n}\n");
      text.append("r").append(i).append(" = {a: v").append(i).append(", b: m");
      text.append(i).append(".c}\n");
      line += 12;
    }
    return text.toString();
  }
}
