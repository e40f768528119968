/** What an embedder calls: compile once, run often. */
package org.tidemark.api;
