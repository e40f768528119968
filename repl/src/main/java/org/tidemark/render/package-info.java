/** Results as text for people and as JSON for machines. Knows no files and no terminal. */
package org.tidemark.render;
