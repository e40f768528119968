/**
 * The symmetric game of firms that have to build before they can produce as much as they want: a
 * capacity that binds until construction is done, and one that binds for good (Corollary 3 of the
 * working paper).
 */
package org.tidemark.solve.capacity;
