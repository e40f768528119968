/**
 * The built-in vocabulary, registered through the plugin interface like anyone's.
 *
 * <p>Starting the JVM cold, each lambda that a plugin creates costs a tenth of a millisecond and
 * there are some hundred functions. So the functions of one subject share a class, which is told by
 * name which of them it is.
 */
package org.tidemark.vocab;
