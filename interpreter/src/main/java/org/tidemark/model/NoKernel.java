package org.tidemark.model;

/** Says why a function cannot be compiled. */
final class NoKernel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoKernel(String why) {
    super(why, null, false, false);
  }
}
