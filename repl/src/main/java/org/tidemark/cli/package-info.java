/** The {@code tide} command. */
package org.tidemark.cli;
