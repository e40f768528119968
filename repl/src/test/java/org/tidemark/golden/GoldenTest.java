package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the golden cases; {@code -Dtide.golden=overwrite} writes what they give. */
class GoldenTest {
  @TestFactory
  Stream<DynamicTest> scriptsGiveWhatIsExpected() {
    return GoldenCase.all(GoldenCase.FOLDER).stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    GoldenCase.FOLDER.relativize(each.script()).toString(),
                    () -> assertEquals("", each.check())));
  }
}
