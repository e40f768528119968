/** Functions of lists and sequences; those that tables share take tables too. */
package org.tidemark.vocab.lists;
