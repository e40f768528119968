package org.tidemark.solve.derivative;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A quantity of a {@link org.tidemark.solve.SymmetricGame} at one remaining distance, and its
 * partial derivatives. Each derivative holds all the other inputs fixed; that in the discount rate
 * therefore leaves the continuation value as it is.
 *
 * @param value of the quantity
 * @param choke derivative in the choke price a
 * @param slope derivative in the slope b
 * @param discountRate derivative in r
 * @param continuationValue derivative in S, at the right of zero where S is zero
 * @param distance derivative in the remaining distance x
 * @param firms derivative in N, taken as a real number
 * @param depletion derivative, at zero, in a rate I at which the distance shrinks without anybody's
 *     doing: dx/dt = -I - Q
 */
public record Gradient(
    double value,
    double choke,
    double slope,
    double discountRate,
    double continuationValue,
    double distance,
    double firms,
    double depletion) {

  /** The derivatives by the names of the record's components, in their order. */
  public Map<String, Double> byInput() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("choke", choke);
    named.put("slope", slope);
    named.put("discountRate", discountRate);
    named.put("continuationValue", continuationValue);
    named.put("distance", distance);
    named.put("firms", firms);
    named.put("depletion", depletion);
    return named;
  }

  /** The gradient of this quantity shared equally among a number of firms. */
  Gradient perFirm(double number) {
    double share = value / number;
    return new Gradient(
        share,
        choke / number,
        slope / number,
        discountRate / number,
        continuationValue / number,
        distance / number,
        (firms - share) / number,
        depletion / number);
  }

  /** The gradient of the price choke - slope Q, where this is the gradient of Q. */
  Gradient price(double chokePrice, double fall) {
    return new Gradient(
        chokePrice - fall * value,
        1 - fall * choke,
        -value - fall * slope,
        -fall * discountRate,
        -fall * continuationValue,
        -fall * distance,
        -fall * firms,
        -fall * depletion);
  }
}
