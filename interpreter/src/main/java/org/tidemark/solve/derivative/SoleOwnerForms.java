package org.tidemark.solve.derivative;

import org.tidemark.solve.SaturatingPath;

/**
 * The path that one will chooses, differentiated: that of the firms together (k = 2), or a
 * planner's (k = 1).
 *
 * <p>With w0 = sqrt(2 k N sigma) and y0 = 1 - w0,
 *
 * <pre>
 *   k xi = w0 d + y0 (d - 1 + exp(-d)),   r T = d,   z = w/k,   w = 1 - y,   y = y0 exp(-d),
 *   N v = w^2/(2k)                         for the firms together,
 *   N v = y xi + N sigma exp(-d)           under a planner: price times output, and what is left,
 * </pre>
 *
 * <p>the second since the planner's price, discounted, is the same at all times. A depletion rate
 * replaces 1 by 1 + k iota.
 */
final class SoleOwnerForms {
  private final double n;
  private final double weight;
  private final double sigma;
  private final double xi;
  private final double start;
  private final double startGap;
  private final double level;
  private final double gap;
  private final double rise;
  private final Curvatures c;

  SoleOwnerForms(Scale scale, double weight) {
    this.n = scale.firms();
    this.weight = weight;
    this.sigma = scale.sigma();
    this.xi = scale.xi();
    double multiple = 2 * weight * n;
    this.start = StrictMath.sqrt(multiple * sigma);
    this.startGap = scale.shortfall(multiple) / (1 + start);
    SaturatingPath path = new SaturatingPath(start, startGap, 1);
    double d = path.invert(weight * xi).value();
    this.level = path.level(d);
    this.gap = path.gap(d);
    this.rise = path.rise(d);
    this.c = Curvatures.of(d);
  }

  /** exp(-d) - 1, the derivative of the gain in sigma. */
  double decayLess1() {
    return -c.closed();
  }

  /** Value of one of the firms together, less sigma. */
  double gain() {
    return rise * (level + start) / (2 * weight * n);
  }

  Dimensionless time() {
    double d = c.gap();
    if (d == 0) {
      return new Dimensionless(0, 0, 0, 0, 0, weight / level, 0, 0);
    }
    return new Dimensionless(
        d,
        -c.lag() / level,
        (start * c.closed() / 2 + c.lag()) / level,
        (start * (c.closed() / 2 - d * c.decay()) - c.drag()) / level,
        -c.closed() * (weight * n / start) / level,
        weight / level,
        -c.closed() * start / (2 * n) / level,
        -weight * (c.closed() / start + c.lag()) / level);
  }

  /** Of one of the firms that maximise their joint value. */
  Dimensionless value() {
    double second =
        startGap / (2 * weight * n) * (2 * start * c.drag() + startGap * c.sinhExcess());
    double lost = sigma * c.closed();
    double gain = gain();
    return new Dimensionless(
        sigma + gain,
        gain + second + 2 * lost,
        -lost - second,
        -lost - second,
        c.decay(),
        gap / n,
        -(lost + gain) / n,
        -gap * c.gap() / n);
  }

  /** Of one firm under a planner; a profit along a path, not what is maximised. */
  Dimensionless valueUnderPlanner() {
    double terminal = sigma * c.decay();
    double perLevel = level == 0 ? 0 : 1 / level;
    double distance = xi * perLevel;
    double impact = start * c.closed() * perLevel / 2;
    double common = terminal * (2 * distance - impact) + xi * distance * gap / n;
    double paid = gap * xi / n;
    double value = paid + terminal;
    double bySigma = c.decay() * (1 - distance + impact);
    double left = paid + terminal * (distance - impact);
    double byDepletion =
        -gap * (c.decay() - c.lag()) * distance
            - gap * c.gap()
            + c.decay() * startTerm() * perLevel;
    return new Dimensionless(
        value,
        common + left,
        -common,
        -common,
        bySigma,
        (gap * (1 - distance) - n * terminal * perLevel) / n,
        -left / n,
        byDepletion / n);
  }

  /** N sigma (c/w0 + h), where N sigma = w0^2/2. */
  private double startTerm() {
    return start * c.closed() / 2 + start * start / 2 * c.lag();
  }

  Dimensionless output() {
    double per = 1 / (weight * level);
    double mixed = start * startGap * (2 * c.closed() - c.decay() * c.gap());
    double square = startGap * startGap * (c.sinhExcess() + c.decay() * c.lag());
    double distance = start * c.gap() + startGap * c.lag();
    if (level == 0) {
      return new Dimensionless(
          0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);
    }
    return new Dimensionless(
        level / weight,
        (start * start * c.closed() + mixed + square) * per,
        -(start * start * (1 - c.decay() / 2) + mixed + square) * per,
        (start * start * c.decay() / 2 + distance * gap) * per,
        n * c.decay() / level,
        gap / level,
        sigma * c.decay() / level,
        gap * (c.decay() - c.lag()) / level);
  }

  /** (k - 1 + y)/k, without the cancellation of 1 - z where next to nothing is left of it. */
  Dimensionless price() {
    if (level == 0) {
      return new Dimensionless(
          1, 1, 0, 0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0);
    }
    double covered = startGap * (start * c.gap() + startGap * c.lag());
    double perGap = c.decay() / (level * weight);
    double byStock = -perGap * (start * start / 2 + covered);
    return new Dimensionless(
        (weight - 1 + gap) / weight,
        (weight - 1) / weight + perGap * (startGap * level + start * start + covered),
        byStock,
        byStock,
        -n * c.decay() / level,
        -gap / level,
        -sigma * c.decay() / level,
        -gap * (c.decay() - c.lag()) / level);
  }
}
