/** What a prompt does with the statements that it is given; there is no terminal in it. */
package org.tidemark.session;
