/** What an audit found: the claims of many modules, and which rows of the sources they check. */
package org.tidemark.render.audit;
