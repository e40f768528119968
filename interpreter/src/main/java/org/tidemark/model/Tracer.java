package org.tidemark.model;

import java.util.function.Supplier;
import org.tidemark.check.DeepStack;
import org.tidemark.spi.value.Value;

/**
 * Runs around everything that a program does, one step inside the other, so that somebody can go
 * through a script, count what is done, or see what takes long. Values do not depend on it.
 *
 * <p>A program that is traced is evaluated by one thread at a time and compiles nothing.
 */
public interface Tracer {
  /**
   * Takes a step.
   *
   * @param step what is to be done; one of {@link Steps#of}, or of an expression from elsewhere
   * @param sight what can be seen there
   * @param work does it; to be called once, and what it throws is to be passed on as it is
   * @return what the work gave
   */
  Value around(Step step, Sight sight, Supplier<Value> work);

  /**
   * Goes on with some work where the stack has become deep: on a fresh one, which is that of
   * another thread. Who cannot follow there goes on where he is, and less deep.
   */
  default <T> T deeper(Supplier<T> work) {
    return DeepStack.onFreshStack(work);
  }
}
