package acme.batteries;

import org.tidemark.spi.OptimumMethod;

/** Steps along each unknown as long as they help, then shorter ones. */
final class PatternSearch implements OptimumMethod {
  private static final double LARGE = 1e6;

  @Override
  public String name() {
    return "pattern";
  }

  @Override
  public String doc() {
    return "A pattern search from the middle of the box, for objectives with kinks.";
  }

  @Override
  public double[] search(Task task) {
    double[] best = new double[task.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = (task.low(i) + task.high(i)) / 2;
    }
    double least = worth(task, best);
    for (double step = 0.25; step > 1e-12; ) {
      boolean moved = false;
      for (int i = 0; i < best.length; i++) {
        for (int side = -1; side <= 1; side += 2) {
          double[] next = best.clone();
          double move = side * step * (task.high(i) - task.low(i));
          next[i] = Math.max(task.low(i), Math.min(task.high(i), best[i] + move));
          double value = worth(task, next);
          if (value < least) {
            best = next;
            least = value;
            moved = true;
          }
        }
      }
      step = moved ? step : step / 2;
    }
    return best;
  }

  private static double worth(Task task, double[] point) {
    double value = task.objective(point) + LARGE * task.breach(point);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }
}
