/**
 * What the functions of the core vocabulary share: taking arguments apart and putting results
 * together.
 */
package org.tidemark.vocab.common;
