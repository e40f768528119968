/**
 * Numbers that know what they measure.
 *
 * <p>A {@link org.tidemark.quantity.Quantity} is one double in coherent base units (second, metre,
 * kilogram, ampere, kelvin, mole, byte, USD, EUR, token, FLOP, gpu, parameter and whatever a script
 * declares) together with the unit it is shown in. Arithmetic on magnitudes is plain double
 * arithmetic, so that compiled code gives the same bits; the display unit follows along by rules of
 * its own ({@link org.tidemark.quantity.UnitExpression#ofProduct}) and never changes a magnitude.
 *
 * <p>Everything here is immutable and safe to share between threads, except a {@link
 * org.tidemark.quantity.UnitTable} that is still being added to, which synchronises itself.
 */
package org.tidemark.quantity;
