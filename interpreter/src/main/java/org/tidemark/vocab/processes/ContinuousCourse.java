package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.solve.ode.Extremum;
import org.tidemark.solve.ode.Stretch;

/** What came of rates of change: smooth stretches, with jumps between them. */
final class ContinuousCourse implements Course {
  private final List<Stretch> stretches = new ArrayList<>();
  private double[] last;

  /** Adds the next stretch. */
  void add(Stretch stretch) {
    stretches.add(stretch);
    last = stretch.endState();
  }

  /** Sets the states after the last stretch, where something happened at its end. */
  void end(double[] states) {
    last = states.clone();
  }

  private double end() {
    return stretches.get(stretches.size() - 1).end();
  }

  @Override
  public double component(int index, double time) {
    if (time >= end()) {
      return last[index];
    }
    Stretch stretch = stretch(time);
    return stretch.component(index, Math.min(time, stretch.end()));
  }

  @Override
  public double[] at(double time) {
    if (time >= end()) {
      return last.clone();
    }
    Stretch stretch = stretch(time);
    return stretch.at(Math.min(time, stretch.end()));
  }

  /** The last stretch that starts before a time, or at it. */
  private Stretch stretch(double time) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (stretches.get(middle).from() <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return stretches.get(low);
  }

  @Override
  public double[] times() {
    List<Double> times = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (double time : stretch.times()) {
        times.add(time);
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).distinct().toArray();
  }

  @Override
  public Extremum extremum(int index, double from, double to, boolean largest) {
    Extremum best = new Extremum(from, component(index, from));
    for (Stretch stretch : stretches) {
      double first = Math.max(from, stretch.from());
      double second = Math.min(to, stretch.end());
      if (first <= second && stretch.from() < stretch.end()) {
        Extremum found =
            largest ? stretch.maximum(index, first, second) : stretch.minimum(index, first, second);
        best = better(found, best, largest);
      }
    }
    return better(new Extremum(to, component(index, to)), best, largest);
  }

  private static Extremum better(Extremum found, Extremum best, boolean largest) {
    boolean better = largest ? found.value() > best.value() : found.value() < best.value();
    return better ? found : best;
  }

  @Override
  public String method() {
    Set<String> names = new LinkedHashSet<>();
    stretches.forEach(stretch -> names.add(stretch.method()));
    names.remove("");
    return String.join(", ", names);
  }

  @Override
  public double residual() {
    return stretches.stream().mapToDouble(Stretch::residual).max().orElse(0);
  }

  @Override
  public double errorEstimate() {
    return stretches.stream().mapToDouble(Stretch::errorEstimate).sum();
  }
}
