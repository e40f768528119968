/**
 * The vocabulary of industries: learning curves, crossings, firms, demands, markets and their
 * solutions, with the multipliers, data and claims that models of industries are made of.
 *
 * <p>Everything is generic in its dimensions: a market in USD/GB and EB per year, one in EUR/kWh
 * and TWh per year, and one in pure numbers are the same to it. Magnitudes go to the solvers in
 * coherent base units; results come back in the units that the model is written in.
 */
package org.tidemark.vocab.industry;
