package org.tidemark.solve.ode;

/** The largest or smallest value of a component, and the first time it is had. */
public record Extremum(double time, double value) {}
