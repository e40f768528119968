package org.tidemark.solve.threshold;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact treatment. Where one will decides, its path is a characteristic. Competing firms'
 * equilibrium path crosses characteristics, since each leaves out of account what the others'
 * output brings it, and is integrated.
 */
final class ExactSolution implements MovingSolution {
  private final MovingThreshold moving;
  private final Conduct conduct;
  private final double horizon;
  private final CharacteristicField field;
  private final MovingOutcome initially;

  /** Of competing firms; otherwise null. */
  private final OutputPath path;

  /** Of one will: between releases, from a time on the characteristic with a label; else empty. */
  private final List<Stretch> stretches;

  private record Stretch(double from, double label) {}

  ExactSolution(MovingThreshold moving, Conduct conduct, double initial) {
    InadmissibleThreshold.notNegative(
        "remaining", initial, "the crossing lies behind", "give a distance of zero or more");
    this.moving = moving;
    this.conduct = conduct;
    this.horizon = moving.horizon(conduct, initial);
    this.field = new CharacteristicField(moving, conduct, horizon);
    double label = field.label(initial, 0, Double.NaN);
    this.initially = field.outcome(initial, 0, label);
    if (conduct == Conduct.COMPETITIVE && moving.game().firms() > 1) {
      double pace = (Double.isInfinite(label) ? 1 / moving.game().discountRate() : label) / 8;
      this.path =
          new OutputPath(
              moving.threshold(), moving.releases(), strategy(label), initial, pace, horizon);
      this.stretches = List.of();
    } else {
      this.path = null;
      this.stretches = stretches(label);
    }
  }

  /** Output by place; remembers where the last label was, so as to look for the next nearby. */
  private OutputPath.Strategy strategy(double first) {
    double[] last = {first};
    return (remaining, time) -> {
      double near = last[0] > time ? last[0] : Double.NaN;
      double label = field.label(remaining, time, Double.isInfinite(near) ? Double.NaN : near);
      last[0] = label;
      return field.output(time, label);
    };
  }

  private List<Stretch> stretches(double label) {
    List<Stretch> made = new ArrayList<>();
    made.add(new Stretch(0, label));
    for (Release release : moving.releases()) {
      Stretch last = made.get(made.size() - 1);
      if (release.time() >= last.label) {
        break;
      }
      double left = Math.max(0, along(last, initially, release.time()) - release.fall());
      made.add(new Stretch(release.time(), field.label(left, release.time(), Double.NaN)));
    }
    return List.copyOf(made);
  }

  private double along(Stretch stretch, MovingOutcome from, double time) {
    if (time == stretch.from && stretch.from == 0) {
      return from.remaining();
    }
    if (!Double.isInfinite(stretch.label)) {
      return field.distance(stretch.label, time);
    }
    double made =
        field.output(0, Double.POSITIVE_INFINITY)
            / moving.demand().at(0)
            * moving.demand().integrals(0, time, moving.game().discountRate()).plain();
    return from.remaining() + moving.threshold().rise(0, time) - made;
  }

  @Override
  public MovingThreshold of() {
    return moving;
  }

  @Override
  public Conduct conduct() {
    return conduct;
  }

  @Override
  public double crossingTime() {
    return path != null ? path.crossing() : stretches.get(stretches.size() - 1).label;
  }

  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public MovingOutcome at(double remaining, double time) {
    InadmissibleThreshold.notNegative(
        "remaining", remaining, "the crossing lies behind", "ask at a distance of zero or more");
    InadmissibleThreshold.notNegative(
        "time", time, "paths start at the present", "ask for a time of zero or later");
    return field.outcome(remaining, time, field.label(remaining, time, Double.NaN));
  }

  @Override
  public MovingOutcome initially() {
    return initially;
  }

  @Override
  public double remainingAfter(double time) {
    InadmissibleThreshold.notNegative(
        "time", time, "paths start at the present", "ask for a time of zero or later");
    if (time >= crossingTime()) {
      return 0;
    }
    if (path != null) {
      return path.remainingAt(time);
    }
    Stretch current = stretches.get(0);
    for (Stretch next : stretches) {
      if (next.from <= time) {
        current = next;
      }
    }
    return along(current, initially, time);
  }

  @Override
  public double driftRatio() {
    if (path != null) {
      return path.driftRatio();
    }
    double end = Math.min(crossingTime(), horizon);
    double largest = 0;
    int samples = 32;
    for (int i = 0; i <= samples; i++) {
      double time = end * i / samples;
      double speed = Math.abs(moving.threshold().rate(time));
      double output = field.output(time, labelAt(time));
      if (speed > 0) {
        largest = Math.max(largest, speed / output);
      }
    }
    return largest;
  }

  private double labelAt(double time) {
    double label = stretches.get(0).label;
    for (Stretch next : stretches) {
      if (next.from <= time) {
        label = next.label;
      }
    }
    return label;
  }

  @Override
  public double error() {
    return path != null ? path.error() : Math.ulp(1.0);
  }

  @Override
  public double residual() {
    double end = Math.min(crossingTime(), 1 / moving.game().discountRate());
    double largest = 0;
    for (int i = 0; i < 5; i++) {
      double time = end * i / 5;
      double remaining = remainingAfter(time);
      if (remaining > 0) {
        largest = Math.max(largest, field.residual(remaining, time));
      }
    }
    return largest;
  }

  @Override
  public String method() {
    return "characteristics of the Bellman equation in distance and time, "
        + moving.threshold().method()
        + (path != null ? ", path by extrapolated midpoint steps" : ", closed form of the path");
  }
}
