/** Games over one state, solved numerically. */
package org.tidemark.vocab.games;
