/** Reading, reshaping and comparing tables, and what rests on them. */
package org.tidemark.vocab.tables;
