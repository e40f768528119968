package org.tidemark.solve.derivative;

import org.tidemark.solve.SaturatingPath;

/**
 * The Markov perfect equilibrium in the log gap d, differentiated.
 *
 * <p>With A = N^2 + 1, B = N^2 - 1, K = (N+1)^2, E = 4 N^2 K, u0^2 = B^2 + E sigma and y0 = A - u0
 * (see {@link org.tidemark.solve.MarkovPerfectEquilibrium}):
 *
 * <pre>
 *   K xi = u0 d + y0 (d - 1 + exp(-d)),   u = A - y,   y = y0 exp(-d),
 *   z = (B + u)/(2 N (N+1)),   v = (u^2 - B^2)/E,
 *   r T = [A d - B ln((B + u)/(B + u0))]/(N (N+1)).
 * </pre>
 *
 * <p>Differentiating them and putting the forms back gives dv/dsigma = exp(-d), dv/dxi = y/(2 N^2)
 * and dv/diota = -d y/(2 N^2); the rest below follows the same way. A depletion rate replaces A by
 * A + K iota and B by B + B iota, keeping K v = (u^2 - A^2)/(4 N^2) + 1.
 */
final class NashForms {
  private final double n;
  private final double next;
  private final double a;
  private final double b;
  private final double k;
  private final double e;
  private final double sigma;
  private final double start;
  private final double startGap;
  private final double level;
  private final double gap;
  private final double rise;
  private final Curvatures c;

  /** u0 - B, without cancellation. */
  private final double startExcess;

  NashForms(Scale scale) {
    this.n = scale.firms();
    this.next = n + 1;
    this.a = n * n + 1;
    this.b = (n - 1) * next;
    this.k = next * next;
    this.e = 4 * n * n * k;
    this.sigma = scale.sigma();
    this.start = StrictMath.hypot(b, 2 * n * next * StrictMath.sqrt(sigma));
    this.startGap = 4 * n * n * scale.shortfall(k) / (a + start);
    SaturatingPath path = new SaturatingPath(start, startGap, a);
    double d = path.invert(k * scale.xi()).value();
    this.level = path.level(d);
    this.gap = path.gap(d);
    this.rise = path.rise(d);
    this.c = Curvatures.of(d);
    this.startExcess = start == 0 ? 0 : e * sigma / (start + b);
  }

  /** Whether output starts from nothing at the crossing: one firm, without a continuation value. */
  boolean startsFromNothing() {
    return start == 0;
  }

  /** exp(-d) - 1, the derivative of the gain in sigma. */
  double decayLess1() {
    return -c.closed();
  }

  double gain() {
    return rise * (level + start) / e;
  }

  Dimensionless time() {
    double d = c.gap();
    double both = b + level;
    double log = StrictMath.log1p(rise / (b + start));
    double value = (a * d - b * log) / (n * next);
    double factor = n / (next * both);
    double distance = start * d + startGap * c.lag();
    double ratio = rise / (b + start);
    double rate =
        2 * startGap * c.lag()
            - c.closed() * startExcess
            - 2 * start * d * ratio
            - (1 + ratio)
                * (b / (n * n))
                * (startGap * c.lag() + (b + start) * Curvatures.logarithmExcess(ratio));
    return new Dimensionless(
        value,
        -2 * factor * (b * d + 2 * c.lag()),
        factor * (2 * distance - c.closed() * startExcess),
        factor * rate,
        -4 * n * n * n * next * c.closed() / (both * (b + start)),
        2 * n * next / both,
        timeByFirms(value, log),
        timeByDepletion(value, log));
  }

  private double timeByFirms(double value, double log) {
    double d = c.gap();
    double byGap = gapByFirms();
    double startByFirms = startByFirms();
    double rising = (squareByFirms() - rise * startByFirms) / level;
    double logByFirms =
        (rising * (b + start) - (2 * n + startByFirms) * rise) / ((b + level) * (b + start));
    return (2 * n * (d - log) + a * byGap - b * logByFirms) / (n * next)
        - value * (2 * n + 1) / (n * next);
  }

  private double timeByDepletion(double value, double log) {
    double d = c.gap();
    double startByDepletion = a * k / start;
    double byGap = -(c.closed() * startByDepletion + c.lag() * k) / level;
    double rising = (-k * gap * d - rise * startByDepletion) / level;
    double logByDepletion =
        (rising * (b + start) - (b + startByDepletion) * rise) / ((b + level) * (b + start));
    return (k * d + a * byGap - b * (log + logByDepletion)) / (n * next) - value * next / n;
  }

  Dimensionless value() {
    double second = startGap / e * (2 * start * c.drag() + startGap * c.sinhExcess());
    double lost = sigma * c.closed();
    double gain = gain();
    return new Dimensionless(
        sigma + gain,
        gain + second + 2 * lost,
        -lost - second,
        -lost - second,
        c.decay(),
        gap / (2 * n * n),
        2 * squareByFirms() / e - gain * (2 / n + 2 / next),
        -gap / (2 * n * n) * c.gap());
  }

  Dimensionless output() {
    double per = 1 / (2 * n * next);
    double mixed = start * startGap * (2 * c.closed() - c.decay() * c.gap());
    double square = startGap * startGap * (c.sinhExcess() + c.decay() * c.lag());
    double distance = start * c.gap() + startGap * c.lag();
    double terminal = c.decay() * e * sigma;
    double firmsSlope = (startSquareByFirms() + squareByFirms()) / level;
    return new Dimensionless(
        (b + level) * per,
        (b + (start * start * c.closed() + c.decay() * b * b + mixed + square) / level) * per,
        -(b
                + (start * start * (1 - c.decay() / 2) + c.decay() * b * b / 2 + mixed + square)
                    / level)
            * per,
        (terminal / 2 + distance * gap) / level * per,
        c.decay() * e / (2 * level) * per,
        gap * k / level * per,
        (2 * n + firmsSlope) * per - (b + level) * per * (2 * n + 1) / (n * next),
        k * gap * (c.decay() - c.lag()) / level * per);
  }

  // ---- derivatives in N; kappa = (ln K)' = 2/(N+1)

  /** M in u0 u0' = kappa u0^2 + M. */
  private double remainder() {
    return 2 * b + 4 * n * next * sigma;
  }

  private double startByFirms() {
    return startSquareByFirms() / start;
  }

  /** u0 u0'. */
  private double startSquareByFirms() {
    return 2 / next * start * start + remainder();
  }

  private double gapByFirms() {
    return -(c.closed() * remainder() / start + 2 * c.lag() * (n - 1) / next) / level;
  }

  /** u u' - u0 u0'. */
  private double squareByFirms() {
    return c.closed() * (-remainder() + 2 / next * start * (gap - start) + 2 * n * level)
        - 2 * gap * c.lag() * (n - 1) / next;
  }
}
