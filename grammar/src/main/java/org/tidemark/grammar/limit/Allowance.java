package org.tidemark.grammar.limit;

/**
 * What is left of what a script may cost, while it is read, checked or run. Safe for several
 * threads.
 */
public interface Allowance {
  /** For scripts that are trusted. */
  Allowance FREE =
      new Allowance() {
        @Override
        public void step() {}

        @Override
        public void require(Limit limit, long wanted) {}

        @Override
        public void spend(Limit limit, long more) {}
      };

  /**
   * One more step of work.
   *
   * @throws LimitReached where there is no time or memory left
   */
  void step();

  /**
   * Something of a size is about to be made.
   *
   * @throws LimitReached where it is larger than allowed
   */
  void require(Limit limit, long wanted);

  /**
   * More of something that is counted over the whole.
   *
   * @throws LimitReached where it is more than allowed by now
   */
  void spend(Limit limit, long more);

  /** Whether functions that are written in other languages may be read and called. */
  default boolean allowsForeignCode() {
    return true;
  }
}
