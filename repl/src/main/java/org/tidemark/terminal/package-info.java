/** The prompt on a terminal: a thin shell over a session, and the only place that knows JLine. */
package org.tidemark.terminal;
