package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ValueText;

/** What a host puts on its class path is there without being named, for strangers' scripts too. */
class ClassPathPluginsTest {
  @TempDir Path folder;

  /** A class path on which a jar stands before Tidemark's. */
  private static final class Before extends URLClassLoader {
    Before(Path jar) throws IOException {
      super(new URL[] {jar.toUri().toURL()}, Tide.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
      found.addAll(Collections.list(getParent().getResources(name)));
      return Collections.enumeration(found);
    }
  }

  @Test
  void isSeenByEveryScriptAndReplacesNothing() throws IOException {
    String seven =
        "registry.function(function(\"%s\", QuantityType.PURE, c -> QuantityValue.pure(7)));";
    Path jar =
        PluginJar.write(
            Files.createDirectories(folder.resolve("jars")),
            "host",
            "",
            seven.formatted("seven") + seven.formatted("sum"));
    try (Before loader = new Before(jar)) {
      for (Tide tide :
          List.of(
              Tide.builder().classLoader(loader).build(),
              Tide.builder().classLoader(loader).untrusted().build())) {
        Outcome outcome = tide.compile("show seven(), sum([1, 2])").run();
        assertEquals(
            List.of("7", "3"),
            outcome.shown().stream().map(shown -> ValueText.of(shown.value())).toList());
        PluginInfo host =
            tide.plugins().stream().filter(p -> p.name().equals("host")).findFirst().orElseThrow();
        assertEquals("E0742", host.problems().get(0).code());
      }
      // where Tidemark itself is there is no such jar
      assertTrue(!Tide.builder().build().compile("show seven()").isSound());
    }
  }
}
