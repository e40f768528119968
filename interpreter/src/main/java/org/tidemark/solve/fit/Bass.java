package org.tidemark.solve.fit;

/** The diffusion of an innovation in a market of size 1 (Bass, 1969). */
public final class Bass {
  private Bass() {}

  /** F(t): the share that has adopted. */
  public static double share(double innovation, double imitation, double time) {
    double e = StrictMath.exp(-(innovation + imitation) * time);
    return (1 - e) / (1 + imitation / innovation * e);
  }

  /** f(t): the share that adopts per unit of time. */
  public static double density(double innovation, double imitation, double time) {
    double speed = innovation + imitation;
    double e = StrictMath.exp(-speed * time);
    double below = 1 + imitation / innovation * e;
    return speed * speed / innovation * e / (below * below);
  }

  /**
   * When most adopt, ln(q/p) / (p + q); negative where nobody imitates enough for a peak after the
   * launch.
   */
  public static double peakTime(double innovation, double imitation) {
    return StrictMath.log(imitation / innovation) / (innovation + imitation);
  }

  /** How much of the market adopts per unit of time at the peak, (p + q)^2 / 4q. */
  public static double peakRate(double innovation, double imitation) {
    double speed = innovation + imitation;
    return speed * speed / (4 * imitation);
  }
}
