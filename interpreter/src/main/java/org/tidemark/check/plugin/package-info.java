/** Finds plugins in folders, opens them, and says which of them is to blame for what. */
package org.tidemark.check.plugin;
