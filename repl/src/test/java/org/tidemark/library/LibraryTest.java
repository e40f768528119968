package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.library.LibrarySource.Module;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/** Every module of the library by itself: it can be imported, and its tests and examples hold. */
class LibraryTest {
  @TestFactory
  Stream<DynamicTest> testsAndExamplesHold() {
    return LibrarySource.read().modules().stream()
        .map(module -> DynamicTest.dynamicTest(module.name(), () -> verify(module)));
  }

  private static void verify(Module module) {
    Command.Result tested = Command.run(Repository.TOP, "test", module.name());
    assertEquals(0, tested.status(), tested::toString);
    assertEquals("", Expectations.leak(tested.out() + tested.err()), tested::toString);
    if (!LibrarySource.tests(module).isEmpty()) {
      // std.predictions has modules below it, some without a test, and ends with a line for all
      assertTrue(
          tested.out().matches("(.*: (\\d+ passed( in \\d+ modules)?|no tests)\n)+"),
          tested::toString);
    }
  }
}
