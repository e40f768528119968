package org.tidemark.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles a small plugin and packs it, as a stranger would. */
final class PluginJar {
  private static final String SOURCE =
      """
      package acme.%1$s;

      import java.util.*;
      import org.tidemark.quantity.*;
      import org.tidemark.spi.*;
      import org.tidemark.spi.plot.*;
      import org.tidemark.spi.type.*;
      import org.tidemark.spi.value.*;

      public final class Plugin implements TidePlugin {
        %2$s
        public String name() { return "%1$s"; }
        public String version() { return "1"; }
        public String doc() { return "Tries."; }
        static int deep(int n) { return 1 + deep(n + 1); }
        static Value broken() { throw new IllegalStateException("broken"); }
        static FunctionSpec function(String name, Type type, FunctionSpec.Body body) {
          return FunctionSpec.named(name).doc("Tries.").returns(type).body(body);
        }
        public void register(Registry registry) {
          %3$s
        }
      }
      """;

  /** Each plugin brings a version of its own of this class. */
  private static final String LIBRARY =
      """
      package acme.library;

      public final class Library {
        public static String version() { return "%s"; }
      }
      """;

  private PluginJar() {}

  /**
   * Writes NAME.jar with a plugin of that name.
   *
   * @param members further members of the class of the plugin
   * @param registers what it does to register
   */
  static Path write(Path folder, String name, String members, String registers) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("../classes-" + name).normalize());
    Path source = classes.resolve("Plugin.java");
    Path library = classes.resolve("Library.java");
    Files.writeString(library, LIBRARY.formatted(name));
    Files.writeString(source, SOURCE.formatted(name, members, registers));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString(),
                library.toString());
    if (status != 0) {
      throw new IllegalStateException(name + " does not compile");
    }
    Files.delete(source);
    Files.delete(library);
    Path services = classes.resolve("META-INF/services/org.tidemark.spi.TidePlugin");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "acme." + name + ".Plugin\n", StandardCharsets.UTF_8);
    Path jar = folder.resolve(name + ".jar");
    pack(classes, jar);
    return jar;
  }

  /** Packs the folder that a plugin was compiled into once more. */
  static void pack(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
