package org.tidemark.polyglot.interop;

import java.util.function.Supplier;

/** Where the work that values of a script still have to do is done. */
public interface Runner {
  /** In the thread that asks, which is one of the context. */
  Runner HERE =
      new Runner() {
        @Override
        public <T> T run(Supplier<T> work) {
          return work.get();
        }
      };

  /** Does some work and waits for it; what it throws is passed on as it is. */
  <T> T run(Supplier<T> work);
}
