/** Functions of texts. */
package org.tidemark.vocab.text;
