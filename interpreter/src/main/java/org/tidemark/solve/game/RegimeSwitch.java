package org.tidemark.solve.game;

/**
 * A place at which a firm changes what it does.
 *
 * @param remaining distance at which it happens
 * @param timeToCrossing from there
 * @param firm which, counted from 0 in the order of the game
 * @param nearer what it does between there and the crossing
 * @param farther what it does beyond, farther from the crossing
 */
public record RegimeSwitch(
    double remaining, double timeToCrossing, int firm, Activity nearer, Activity farther) {}
