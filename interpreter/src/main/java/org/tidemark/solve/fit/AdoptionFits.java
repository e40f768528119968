package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Adoption curves fitted by nonlinear least squares, with starts found from the data. Each has a
 * ceiling; where the data have not bent yet, none can be told, and the result says so.
 */
public final class AdoptionFits {
  /** No data of this size are known to tell a ceiling further off. */
  private static final double FURTHEST = 1e6;

  private static final double[] CEILINGS = {1.02, 1.1, 1.3, 2, 5, 20, 100};

  private AdoptionFits() {}

  /**
   * The logistic curve y = K / (1 + exp(-r (t - t_mid))) (Verhulst, 1845); parameters "ceiling",
   * "rate" and "midpoint".
   *
   * @throws InadmissibleFit where there are too few rows, or values at or below zero
   */
  public static Regression logistic(double[] time, double[] values) {
    return sigmoid(time, values, AdoptionFits::logisticAt, y -> StrictMath.log(y / (1 - y)));
  }

  /**
   * The curve of Gompertz (1825), y = K exp(-exp(-r (t - t_mid))); parameters "ceiling", "rate" and
   * "midpoint", the time of fastest growth.
   *
   * @throws InadmissibleFit where there are too few rows, or values at or below zero
   */
  public static Regression gompertz(double[] time, double[] values) {
    return sigmoid(
        time, values, AdoptionFits::gompertzAt, y -> -StrictMath.log(-StrictMath.log(y)));
  }

  /** The logistic curve with ceiling 1. */
  public static double logisticAt(double scaledTime) {
    return 1 / (1 + StrictMath.exp(-scaledTime));
  }

  /** The curve of Gompertz with ceiling 1. */
  public static double gompertzAt(double scaledTime) {
    return StrictMath.exp(-StrictMath.exp(-scaledTime));
  }

  @FunctionalInterface
  private interface Shape {
    double at(double x);
  }

  private static Regression sigmoid(double[] time, double[] values, Shape shape, Shape inverse) {
    rows(time, values);
    InadmissibleFit.positive("values", values);
    double largest = largest(values);
    Curve curve =
        (b, predictions) -> {
          for (int i = 0; i < predictions.length; i++) {
            predictions[i] = b[0] * shape.at(b[1] * (time[i] - b[2]));
          }
        };
    List<double[]> points = new ArrayList<>();
    for (double share : CEILINGS) {
      double ceiling = share * largest;
      double[] straight = new double[values.length];
      for (int i = 0; i < straight.length; i++) {
        straight[i] = inverse.at(values[i] / ceiling);
      }
      Regression line =
          LinearRegression.fit(
              LinearDesign.of(time.length).withIntercept("a").with("b", time), straight);
      double rate = line.estimate(1);
      if (rate != 0) {
        points.add(new double[] {ceiling, rate, -line.estimate(0) / rate});
      }
    }
    return best(curve, values, points, List.of("ceiling", "rate", "midpoint"), largest);
  }

  /**
   * Bass's diffusion of an innovation (1969), its adoptions per time: m f(t) with f(t) = (p+q)^2/p
   * e^-(p+q)t / (1 + q/p e^-(p+q)t)^2; parameters "market", "innovation" and "imitation".
   *
   * @param time since the launch
   * @param rate adoptions per unit of time
   * @throws InadmissibleFit where there are too few rows
   */
  public static Regression bassRate(double[] time, double[] rate) {
    Curve curve =
        (b, predictions) -> {
          for (int i = 0; i < predictions.length; i++) {
            predictions[i] = b[0] * Bass.density(b[1], b[2], time[i]);
          }
        };
    return bass(curve, time, rate, cumulated(time, rate), largest(rate));
  }

  /**
   * The same, fitted to adoptions up to each time: m F(t).
   *
   * @param time since the launch
   * @param adopted all adoptions up to then
   * @throws InadmissibleFit where there are too few rows
   */
  public static Regression bassCumulative(double[] time, double[] adopted) {
    Curve curve =
        (b, predictions) -> {
          for (int i = 0; i < predictions.length; i++) {
            predictions[i] = b[0] * Bass.share(b[1], b[2], time[i]);
          }
        };
    return bass(curve, time, adopted, adopted, largest(adopted));
  }

  /**
   * The same, fitted to the adoptions of whole periods, m (F(t) - F(t - period)) (Srinivasan and
   * Mason, 1986).
   *
   * @param time since the launch, at the end of each period
   * @param adopted adoptions in the period
   * @param period its length
   * @throws InadmissibleFit where there are too few rows or the period is not positive
   */
  public static Regression bassPeriods(double[] time, double[] adopted, double period) {
    if (!(period > 0)) {
      throw new InadmissibleFit(
          "period", period, 0, "a period has a length", "give one above zero");
    }
    Curve curve =
        (b, predictions) -> {
          for (int i = 0; i < predictions.length; i++) {
            predictions[i] =
                b[0] * (Bass.share(b[1], b[2], time[i]) - Bass.share(b[1], b[2], time[i] - period));
          }
        };
    double[] upTo = adopted.clone();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
    return bass(curve, time, adopted, upTo, upTo.length == 0 ? 0 : upTo[upTo.length - 1]);
  }

  private static Regression bass(
      Curve curve, double[] time, double[] values, double[] upTo, double size) {
    rows(time, values);
    double span = time[time.length - 1] - Math.min(0, time[0]);
    double last = upTo[upTo.length - 1];
    List<double[]> points = new ArrayList<>();
    for (double share : CEILINGS) {
      for (double speed : new double[] {2, 5, 10, 20}) {
        for (double ratio : new double[] {3, 30, 300}) {
          double p = speed / span / (1 + ratio);
          points.add(new double[] {share * last, p, ratio * p});
        }
      }
    }
    return best(
        curve, values, points, List.of("market", "innovation", "imitation"), Math.max(last, size));
  }

  private static double[] cumulated(double[] time, double[] rate) {
    double[] result = new double[rate.length];
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      double step = i == 0 ? (time.length > 1 ? time[1] - time[0] : 1) : time[i] - time[i - 1];
      sum += rate[i] * step;
      result[i] = sum;
    }
    return result;
  }

  private static void rows(double[] time, double[] values) {
    InadmissibleFit.sameLength("time", time.length, values.length);
    InadmissibleFit.finite("time", time);
    InadmissibleFit.finite("values", values);
    InadmissibleFit.enough(values.length, 3);
    Logarithms.varies("rate", "time", time);
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** The fit from the most promising points. */
  private static Regression best(
      Curve curve, double[] values, List<double[]> points, List<String> names, double size) {
    Objective objective = new Objective(curve, values);
    points.removeIf(point -> !Double.isFinite(objective.sumOfSquaresAt(point)));
    points.sort(java.util.Comparator.comparingDouble(objective::sumOfSquaresAt));
    if (points.isEmpty()) {
      throw InadmissibleFit.of(
          names.get(0),
          size,
          "the values do not rise or fall as such a curve does",
          "look at them");
    }
    double[] start = points.get(0);
    double[] lowest = start;
    List<Start> starts = new ArrayList<>();
    starts.add(new Start(names.get(0), start[0], 0, FURTHEST * size));
    for (int j = 1; j < names.size(); j++) {
      starts.add(Start.at(names.get(j), start[j]));
    }
    for (double[] point : points.subList(0, Math.min(4, points.size()))) {
      double[] found = new LevenbergMarquardt(objective, starts).search(point, 500);
      if (objective.sumOfSquaresAt(found) < objective.sumOfSquaresAt(lowest)) {
        lowest = found;
      }
    }
    Regression fit = new Polishing(objective, starts, NonlinearRegression.METHOD).from(lowest);
    return fit.untold().isEmpty() && fit.interval(0, 0.95).low() <= 0
        ? fit.without(
            new Untold(
                names.get(0),
                "the values have hardly bent yet, so that ceilings far apart fit nearly as well"))
        : fit;
  }
}
