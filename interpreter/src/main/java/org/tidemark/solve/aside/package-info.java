/** Work that is left behind when nobody wants it any more. */
package org.tidemark.solve.aside;
