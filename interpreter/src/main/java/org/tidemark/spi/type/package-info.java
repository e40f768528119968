/** What is known of values before anything runs. */
package org.tidemark.spi.type;
