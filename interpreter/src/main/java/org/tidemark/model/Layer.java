package org.tidemark.model;

import org.tidemark.check.Structure;

/**
 * One layer of an instance: the definitions of a structure, or the overrides of an amended copy.
 *
 * @param structure whose definitions; null for overrides
 * @param enclosing where the structure is declared; null for a script and for overrides
 * @param amendment the overrides; null for definitions
 */
record Layer(Structure structure, Frame enclosing, Amendment amendment) {
  static Layer definitions(Structure structure, Frame enclosing) {
    return new Layer(structure, enclosing, null);
  }

  static Layer overrides(Amendment amendment) {
    return new Layer(null, null, amendment);
  }
}
