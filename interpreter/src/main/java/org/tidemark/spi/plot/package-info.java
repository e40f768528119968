/** Pictures as data: what is drawn, in which units, and nothing of how. */
package org.tidemark.spi.plot;
