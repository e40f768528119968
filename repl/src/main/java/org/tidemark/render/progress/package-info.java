/** How far long work has come, for people: bars on a terminal, lines elsewhere. */
package org.tidemark.render.progress;
