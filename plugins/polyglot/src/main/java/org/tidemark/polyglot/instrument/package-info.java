/**
 * What debuggers, profilers and coverage tools of GraalVM see of a script: its statements as nodes
 * with places, what is under way, and the names in scope.
 */
package org.tidemark.polyglot.instrument;
