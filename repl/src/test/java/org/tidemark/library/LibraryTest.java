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
      // of a module with others below it there is a line for each, and a last one for all
      assertTrue(
          tested.out().matches("(?s).*: \\d+ passed( in \\d+ modules)?\n"), tested::toString);
    }
  }
}
