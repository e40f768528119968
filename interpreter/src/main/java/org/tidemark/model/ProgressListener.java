package org.tidemark.model;

/**
 * Is told of long work during a run. Work inside of other work is not told of. Called by the thread
 * that does the work, so it is to come back at once; how far the work has come can be asked at any
 * time and by any thread.
 */
public interface ProgressListener {
  /** Nobody watches. */
  ProgressListener NONE =
      new ProgressListener() {
        @Override
        public void begins(LongWork work) {}

        @Override
        public void ends(LongWork work) {}
      };

  /** Some work begins. */
  void begins(LongWork work);

  /** It has ended, done or not. */
  void ends(LongWork work);
}
