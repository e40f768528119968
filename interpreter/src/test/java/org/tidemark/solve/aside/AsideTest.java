package org.tidemark.solve.aside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AsideTest {
  @Test
  void whoeverWaitsGetsTheResultOrTheFailure() {
    assertEquals(3, Aside.of(() -> 1 + 2, () -> {}));
    assertThrows(
        NumberFormatException.class, () -> Aside.of(() -> Integer.parseInt("x"), () -> {}));
    assertThrows(
        StackOverflowError.class,
        () ->
            Aside.of(
                () -> {
                  throw new StackOverflowError();
                },
                () -> {}));
  }

  @Test
  void nobodyWaitsForWhatIsNotWantedAndItEnds() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean wanted = new AtomicBoolean(true);
    assertThrows(
        IllegalStateException.class,
        () -> Aside.of(() -> endless(ended, wanted), () -> ask(wanted)));
    assertTrue(ended.await(30, TimeUnit.SECONDS));
  }

  @Test
  void anInterruptThatEndsNothingIsPassedOn() {
    Thread.currentThread().interrupt();
    // a look on the thread that waits is none of its business
    Watched.look();
    assertEquals(4, Aside.of(() -> 4, () -> assertTrue(Thread.currentThread().isInterrupted())));
    assertTrue(Thread.interrupted());
    assertFalse(Thread.interrupted());
  }

  private static int endless(CountDownLatch ended, AtomicBoolean wanted) {
    wanted.set(false);
    try {
      while (true) {
        Watched.look();
        Thread.onSpinWait();
      }
    } finally {
      ended.countDown();
    }
  }

  private static void ask(AtomicBoolean wanted) {
    if (!wanted.get()) {
      throw new IllegalStateException("not wanted");
    }
  }
}
