/**
 * Numeric formulas as JVM bytecode: a graph of operations on doubles and truth values becomes a
 * hidden class that the JVM compiles and unloads like any other.
 *
 * <p>A kernel does not say what is wrong at a point where its formula has no value. It gives a
 * number that is not finite, and whoever knows the formula's text says the rest.
 */
package org.tidemark.kernel;
