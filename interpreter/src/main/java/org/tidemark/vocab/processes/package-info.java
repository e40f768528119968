/** Processes: what moves in time by laws, continuously or in steps, and what is asked of it. */
package org.tidemark.vocab.processes;
