package org.tidemark.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.Registry;

class CorePluginTest {
  private final Map<String, FunctionSpec> functions = new LinkedHashMap<>();
  private int twice;

  private final Registry registry =
      new Registry() {
        @Override
        public void kind(Kind kind) {}

        @Override
        public void function(FunctionSpec function) {
          twice += functions.put(function.name(), function) == null ? 0 : 1;
        }

        @Override
        public void constant(Constant constant) {
          assertTrue(constant.doc().endsWith("."), constant.name());
        }
      };

  @Test
  void registersEachNameOnce() {
    new CorePlugin().register(registry);
    assertEquals(0, twice);
    assertTrue(
        functions
            .keySet()
            .containsAll(List.of("exp", "log", "quantile", "zip", "csv", "to", "+-", "series")));
  }

  @Test
  void documentsEveryFunction() {
    new CorePlugin().register(registry);
    for (FunctionSpec function : functions.values()) {
      assertTrue(function.doc().endsWith("."), function.name());
      // a file can stand beside no example
      assertEquals(
          List.of("csv", "read").contains(function.name()),
          function.examples().isEmpty(),
          function.name());
      for (ParameterSpec parameter : function.parameters()) {
        assertFalse(parameter.doc().isEmpty(), function.name() + " " + parameter.name());
      }
    }
  }
}
