/** Functions of dates. */
package org.tidemark.vocab.dates;
