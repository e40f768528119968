/**
 * How much a script may cost that nobody trusts. The limits lie at the bottom of the house, since
 * reading a text can cost as much as running it.
 */
package org.tidemark.grammar.limit;
