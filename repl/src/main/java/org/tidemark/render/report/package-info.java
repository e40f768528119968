/**
 * A run as one page of HTML that needs nothing besides itself. Loaded only where a report is asked
 * for.
 */
package org.tidemark.render.report;
