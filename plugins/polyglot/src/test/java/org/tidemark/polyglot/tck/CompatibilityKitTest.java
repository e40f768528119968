package org.tidemark.polyglot.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.tck.tests.ErrorTypeTest;
import com.oracle.truffle.tck.tests.ExpressionTest;
import com.oracle.truffle.tck.tests.InvalidSyntaxTest;
import com.oracle.truffle.tck.tests.ScriptTest;
import com.oracle.truffle.tck.tests.StatementTest;
import com.oracle.truffle.tck.tests.TypeDescriptorTest;
import com.oracle.truffle.tck.tests.ValueTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/**
 * Tide against Polyglot's compatibility kit. Left out is its test of identity functions: those of
 * Tide take values that Tide has, and no foreign functions, classes or iterators.
 */
class CompatibilityKitTest {
  private static final String LANGUAGE = "tck.language";
  private static final String WARNS = "polyglot.engine.WarnInterpreterOnly";

  @BeforeAll
  static void choose() {
    System.setProperty(LANGUAGE, "tide");
    System.setProperty(WARNS, "false");
  }

  @AfterAll
  static void leave() {
    System.clearProperty(LANGUAGE);
    System.clearProperty(WARNS);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ErrorTypeTest.class,
        ExpressionTest.class,
        InvalidSyntaxTest.class,
        ScriptTest.class,
        StatementTest.class,
        TypeDescriptorTest.class,
        ValueTest.class
      })
  void holds(Class<?> part) {
    Result result = JUnitCore.runClasses(part);
    assertEquals("[]", result.getFailures().toString());
    assertTrue(result.getRunCount() > 0);
  }
}
