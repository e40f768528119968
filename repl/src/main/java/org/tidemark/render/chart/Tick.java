package org.tidemark.render.chart;

/** A place on an axis with what is written at it. */
record Tick(double at, String label) {}
