/** Values of Tide as other guest languages and the embedder see them. */
package org.tidemark.polyglot.interop;
