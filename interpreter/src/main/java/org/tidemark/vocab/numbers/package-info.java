/** Functions and constants of numbers. */
package org.tidemark.vocab.numbers;
