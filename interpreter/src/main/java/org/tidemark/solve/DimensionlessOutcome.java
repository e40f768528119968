package org.tidemark.solve;

/**
 * What holds at a remaining distance, in units of choke, choke/slope and 1/discountRate.
 *
 * @param valueGain value per firm less the continuation value
 * @param value value per firm
 * @param marginalValue slope of the value per firm in the distance
 * @param userCost slope, in the distance, of what whoever decides maximises
 * @param output aggregate output
 * @param price inverse demand at that output
 * @param time time to the crossing
 * @param bellmanResidual of the Bellman equation
 * @param closedFormResidual of the closed form for the distance
 * @param newtonSteps taken to find the log gap
 */
record DimensionlessOutcome(
    double valueGain,
    double value,
    double marginalValue,
    double userCost,
    double output,
    double price,
    double time,
    double bellmanResidual,
    double closedFormResidual,
    int newtonSteps) {}
