package org.tidemark.solve.game;

/**
 * What holds for one firm at a remaining distance.
 *
 * @param quantity it makes per unit of time
 * @param value present value of its profits until the crossing and its continuation value
 * @param profit per unit of time
 * @param shadowPrice V'(x): what one more unit of remaining distance is worth to it
 * @param activity what it does
 */
public record FirmOutcome(
    double quantity, double value, double profit, double shadowPrice, Activity activity) {}
