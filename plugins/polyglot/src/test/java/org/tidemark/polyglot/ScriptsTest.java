package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** A script as an object of a context. */
class ScriptsTest {
  @Test
  void definitionsAreMembers() {
    try (Context context = Context.create("tide")) {
      Value script = context.eval("tide", "param r = 5 %/year\nx = 2 * 3");
      assertEquals(6, script.getMember("x").asDouble());
    }
  }
}
