/** Charts drawn: for terminals, as SVG and as PNG, from one layout. Knows no files, no terminal. */
package org.tidemark.render.chart;
