package org.tidemark.kernel;

/** What a node of a graph does. */
enum Operation {
  /** An argument of the kernel; its index. */
  PARAMETER,
  /** A number that is known when the kernel is made; the index of its field. */
  CONSTANT,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  NEGATE,
  /** An operator of the vocabulary; that operator. */
  APPLY,
  /** An operator that is known when the kernel is made; the index of its field. */
  APPLY_GIVEN,
  /** The second or the third operand as the first is true or false. */
  CHOOSE,
  /** The second operand, once the first has turned out to have a value. */
  AFTER,
  /** No value. */
  REFUSE,
  LESS,
  LESS_EQUAL,
  EQUAL,
  NOT_EQUAL,
  AND,
  OR,
  NOT,
  TRUE,
  FALSE
}
