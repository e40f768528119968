package org.tidemark.golden;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds plugins as a stranger would, against the packaged jars alone. */
final class SamplePlugin {
  private SamplePlugin() {}

  /** Compiles sources and packs them with their resources into a jar. */
  static void build(Path sources, Path resources, Path classes, Path jar) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-Xlint:all", "-Werror", "--release", "17", "-d", classes.toString()));
    List<String> jars =
        files(PackagedProgram.HOME.resolve("lib")).stream()
            .map(Path::toString)
            .filter(file -> file.endsWith(".jar"))
            .toList();
    words.addAll(List.of("-cp", String.join(File.pathSeparator, jars)));
    for (Path source : files(sources)) {
      words.add(source.toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(new String[0]));
    if (status != 0) {
      throw new IllegalStateException("the plugin does not compile");
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      pack(classes, entries);
      pack(resources, entries);
    }
  }

  private static void pack(Path folder, JarOutputStream entries) throws IOException {
    for (Path file : files(folder)) {
      entries.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, entries);
      entries.closeEntry();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
