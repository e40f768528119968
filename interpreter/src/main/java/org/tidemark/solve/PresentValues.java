package org.tidemark.solve;

/**
 * Present values, at some remaining distance, of what happens until the crossing and of what firms
 * are worth from then on. What buyers gain after the crossing is not counted anywhere.
 *
 * @param profit of all firms, until the crossing
 * @param continuation of all firms, from the crossing on: N S exp(-r T)
 * @param consumerSurplus of buyers, until the crossing
 * @param consumerSurplusError bound on the error of {@code consumerSurplus} beyond rounding: zero
 *     where it is a closed form, the estimate of the quadrature otherwise
 */
public record PresentValues(
    double profit, double continuation, double consumerSurplus, double consumerSurplusError) {

  /** Value of all firms: profits until the crossing, and the continuation values. */
  public double industryValue() {
    return profit + continuation;
  }

  /** Consumer surplus until the crossing and the value of all firms. */
  public double totalSurplus() {
    return consumerSurplus + industryValue();
  }
}
