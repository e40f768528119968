/** What expressions evaluate to. */
package org.tidemark.spi.value;
