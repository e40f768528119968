/**
 * Checks a script before anything runs: names, dimensions, kinds, lints. Nothing is evaluated here.
 *
 * <p>A {@code Structure} is the static side of a script or model; its members get their types on
 * demand, each once. Works on the syntax tree and asks plugins about their functions and kinds.
 */
package org.tidemark.check;
