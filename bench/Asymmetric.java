import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.game.Firm;
import org.tidemark.solve.game.InverseDemand;
import org.tidemark.solve.game.UnequalGame;

/**
 * Times one equilibrium of five unequal firms, by the solver and by the same method written out by
 * hand for this one case. Prints nanoseconds of processor time per solution, as medians of rounds
 * taken in turn, and the time to the crossing that each finds.
 */
public final class Asymmetric {
  private static final double CHOKE = 20;
  private static final double SLOPE = 0.5;
  private static final double RATE = 0.08;
  private static final double[] COST = {1, 2, 3, 4, 9};
  private static final double[] WORTH = {30, 60, 10, 0, 5};
  private static final double[] CAPACITY = {1e300, 6, 4, 1e300, 1e300};
  private static final double REMAINING = 160;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static double sink;

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
    int each = 1000;
    double[] solver = new double[rounds];
    double[] hand = new double[rounds];
    for (int warm = 0; warm < 20; warm++) {
      time(each, true);
      time(each, false);
    }
    for (int i = 0; i < rounds; i++) {
      solver[i] = time(each, true);
      hand[i] = time(each, false);
    }
    System.out.printf("solver %.17g %.0f%n", general(), median(solver));
    System.out.printf("hand %.17g %.0f%n", byHand(), median(hand));
  }

  private static double time(int each, boolean general) {
    long began = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < each; i++) {
      sink += general ? general() : byHand();
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / (double) each;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double general() {
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      firms.add(
          Firm.of(COST[i], RATE, WORTH[i])
              .withCapacity(CAPACITY[i] == 1e300 ? Firm.UNLIMITED : CAPACITY[i]));
    }
    return new UnequalGame(InverseDemand.linear(CHOKE, SLOPE), firms)
        .markovPerfectEquilibrium()
        .timeToCrossing(REMAINING);
  }

  // ---- the same by hand: order 24, the same reach, switches looked for at each step

  private static final int ORDER = 24;
  private static final int N = 5;

  private static double byHand() {
    double[][] v = new double[N + 1][ORDER + 1];
    double[] q = new double[ORDER + 1];
    double[] square = new double[ORDER + 1];
    double[] inverse = new double[ORDER + 1];
    double[] a = new double[N];
    int[] regime = new int[N];
    for (int i = 0; i < N; i++) {
      a[i] = CHOKE - COST[i];
      v[i][0] = WORTH[i];
    }
    start(v, a, regime);
    double x = 0;
    double unit = 0.1;
    while (true) {
      expand(v, q, square, inverse, a, regime, unit);
      double reach = reach(v, q);
      if (!(reach >= 0.25 && reach <= 4)) {
        unit *= Math.max(1e-3, Math.min(reach, 1e3));
        continue;
      }
      int who = -1;
      for (int i = 0; i < N; i++) {
        double clear = clear(v[i], q, square, a[i], regime[i], CAPACITY[i], reach);
        if (clear < 0) {
          double root = root(v[i], q, square, a[i], regime[i], CAPACITY[i], reach);
          if (root < reach) {
            reach = root;
            who = i;
          }
        }
      }
      boolean last = x + reach * unit >= REMAINING;
      double at = last ? (REMAINING - x) / unit : reach;
      for (int i = 0; i <= N; i++) {
        v[i][0] = horner(v[i], at);
      }
      if (last) {
        return v[N][0];
      }
      x += reach * unit;
      if (who >= 0) {
        double wish = wish(v[who][0], q(v, a, regime), a[who]);
        regime[who] = regime[who] != 0 ? 0 : wish > CAPACITY[who] / 2 ? 1 : 2;
      } else {
        unit *= reach;
      }
    }
  }

  private static double q(double[][] v, double[] a, int[] regime) {
    double h = 0;
    double right = 0;
    double n = -1;
    double capped = 0;
    for (int i = 0; i < N; i++) {
      if (regime[i] == 0) {
        h += 1 / a[i];
        right += RATE * v[i][0] / a[i];
        n++;
      } else if (regime[i] == 1) {
        capped += CAPACITY[i];
      }
    }
    return n < 0
        ? capped
        : (n + Math.sqrt(n * n + 4 * SLOPE * h * (right + capped))) / (2 * SLOPE * h);
  }

  private static double wish(double value, double q, double a) {
    return (RATE * value - SLOPE * q * q) / a + q;
  }

  /** Output at the crossing by bisection, then what each firm does. */
  private static void start(double[][] v, double[] a, int[] regime) {
    double low = 0;
    double high = 1e6;
    for (int k = 0; k < 60; k++) {
      double q = (low + high) / 2;
      double sum = -q;
      for (int i = 0; i < N; i++) {
        sum += Math.max(0, Math.min(wish(v[i][0], q, a[i]), CAPACITY[i]));
      }
      if (sum > 0) {
        low = q;
      } else {
        high = q;
      }
    }
    for (int i = 0; i < N; i++) {
      double wish = wish(v[i][0], low, a[i]);
      regime[i] = wish <= 0 ? 2 : wish >= CAPACITY[i] ? 1 : 0;
    }
  }

  private static void expand(
      double[][] v,
      double[] q,
      double[] square,
      double[] inverse,
      double[] a,
      int[] regime,
      double unit) {
    double h = 0;
    double n = -1;
    double capped = 0;
    for (int i = 0; i < N; i++) {
      if (regime[i] == 0) {
        h += SLOPE / a[i];
        n++;
      } else if (regime[i] == 1) {
        capped += CAPACITY[i];
      }
    }
    double pivot = 1;
    for (int k = 0; k <= ORDER; k++) {
      double right = k == 0 ? capped : 0;
      for (int i = 0; i < N; i++) {
        if (regime[i] == 0) {
          right += RATE * v[i][k] / a[i];
        }
      }
      if (n < 0) {
        q[k] = k == 0 ? capped : 0;
        square[k] = k == 0 ? capped * capped : 0;
      } else if (k == 0) {
        pivot = Math.sqrt(n * n + 4 * h * right);
        q[0] = (n + pivot) / (2 * h);
        square[0] = q[0] * q[0];
      } else {
        double inner = 0;
        for (int j = 1; j < k; j++) {
          inner += q[j] * q[k - j];
        }
        q[k] = (right - h * inner) / pivot;
        square[k] = inner + 2 * q[0] * q[k];
      }
      double sum = k == 0 ? -1 : 0;
      for (int j = 1; j <= k; j++) {
        sum += q[j] * inverse[k - j];
      }
      inverse[k] = -sum / q[0];
      if (k == ORDER) {
        return;
      }
      double share = unit / (k + 1);
      for (int i = 0; i < N; i++) {
        double slope;
        if (regime[i] == 0) {
          slope =
              (SLOPE * SLOPE * square[k] - SLOPE * RATE * v[i][k]) / a[i]
                  - 2 * SLOPE * q[k]
                  + (k == 0 ? a[i] : 0);
        } else {
          double over = 0;
          for (int j = 0; j <= k; j++) {
            over += v[i][j] * inverse[k - j];
          }
          double most = regime[i] == 1 ? CAPACITY[i] : 0;
          slope = a[i] * most * inverse[k] - (k == 0 ? SLOPE * most : 0) - RATE * over;
        }
        v[i][k + 1] = share * slope;
      }
      v[N][k + 1] = share * inverse[k];
    }
  }

  private static double reach(double[][] v, double[] q) {
    double reach = Double.POSITIVE_INFINITY;
    for (int k = ORDER - 1; k <= ORDER; k++) {
      double ratio = Math.abs(q[k]) / q[0];
      for (int i = 0; i <= N; i++) {
        double size = Math.max(Math.abs(v[i][0]), Math.abs(v[i][1]));
        ratio = Math.max(ratio, Math.abs(v[i][k]) / size);
      }
      reach = Math.min(reach, StrictMath.pow(0x1p-57 / ratio, 1.0 / k));
    }
    return reach;
  }

  /** Below zero where a firm might reach a bound. */
  private static double clear(
      double[] v, double[] q, double[] square, double a, int regime, double most, double reach) {
    double spread = 0;
    for (int k = ORDER; k >= 1; k--) {
      spread = (spread + Math.abs((RATE * v[k] - SLOPE * square[k]) / a + q[k])) * reach;
    }
    double start = (RATE * v[0] - SLOPE * square[0]) / a + q[0];
    return regime == 0
        ? Math.min(start - spread, most - start - spread)
        : regime == 1 ? start - spread - most : -start - spread;
  }

  private static double root(
      double[] v, double[] q, double[] square, double a, int regime, double most, double reach) {
    double[] wish = new double[ORDER + 1];
    for (int k = 0; k <= ORDER; k++) {
      wish[k] = (RATE * v[k] - SLOPE * square[k]) / a + q[k];
    }
    double before = 0;
    for (int s = 1; s <= 32; s++) {
      double at = reach * s / 32;
      if (margin(horner(wish, at), regime, most) < 0) {
        double low = before;
        double high = at;
        for (int i = 0; i < 60; i++) {
          double middle = (low + high) / 2;
          if (margin(horner(wish, middle), regime, most) < 0) {
            high = middle;
          } else {
            low = middle;
          }
        }
        return high;
      }
      before = at;
    }
    return reach;
  }

  private static double margin(double wish, int regime, double most) {
    return regime == 0 ? Math.min(wish, most - wish) : regime == 1 ? wish - most : -wish;
  }

  private static double horner(double[] c, double at) {
    double sum = c[ORDER];
    for (int k = ORDER - 1; k >= 0; k--) {
      sum = sum * at + c[k];
    }
    return sum;
  }
}
