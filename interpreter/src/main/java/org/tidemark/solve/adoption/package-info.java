/**
 * Adoption of a technology whose cost has fallen below what its rival charges: the reproduction
 * number R0, the production threshold at which it passes one (equation 10 of the working paper),
 * the path of adoption, and by how long it lags behind the hardware.
 */
package org.tidemark.solve.adoption;
