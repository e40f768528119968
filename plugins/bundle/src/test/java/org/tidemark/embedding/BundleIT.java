package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The one jar: small, alone, lawful, and with the same results. */
class BundleIT {
  private static final long MOST_BYTES = 4_000_000;

  private static URLClassLoader loader;

  @BeforeAll
  static void loadTheCommandOnTheBundle() throws Exception {
    List<URL> urls = new ArrayList<>(List.of(Jars.bundle().toUri().toURL()));
    for (Path jar : Jars.ofTheCommand()) {
      urls.add(jar.toUri().toURL());
    }
    loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @AfterAll
  static void close() throws Exception {
    loader.close();
  }

  @Test
  void isAtMostFourMegabytes() throws Exception {
    long bytes = Files.size(Jars.bundle());
    assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes");
  }

  /** What the page about embedding says of taking the modules one by one. */
  @Test
  void thePlainJarsHaveAboutSevenMegabytes() throws Exception {
    long bytes = 0;
    for (Path jar : Jars.plain()) {
      bytes += Files.size(jar);
    }
    assertEquals(7, Math.round(bytes / 1e6));
    assertTrue(
        Files.readString(Jars.TOP.resolve("docs/embedding.md")).contains("about 7 MB in all"));
  }

  @Test
  void hasNothingUnderTheNamesOfOthers() throws Exception {
    try (JarFile jar = new JarFile(Jars.bundle().toFile())) {
      List<String> others =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(
                  name ->
                      !name.startsWith("org/tidemark/")
                          && !name.startsWith("std/")
                          // read under this name by the Sobol generator
                          && !name.startsWith("assets/org/apache/commons/math3/random/")
                          && !name.startsWith("META-INF/")
                          && !name.endsWith("/"))
              .toList();
      assertEquals(List.of(), others);
      // else it would have to be a multi-release jar
      assertTrue(jar.stream().noneMatch(entry -> entry.getName().startsWith("META-INF/versions")));
      assertTrue(jar.stream().anyMatch(entry -> entry.getName().equals("std/")));
      assertEquals(
          "org.tidemark.embedding",
          jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
    }
  }

  @Test
  void carriesTheLicencesOfWhatIsInIt() throws Exception {
    try (JarFile jar = new JarFile(Jars.bundle().toFile())) {
      assertTrue(text(jar, "META-INF/LICENSE").contains("Apache License"));
      String notice = text(jar, "META-INF/NOTICE");
      for (String name : List.of("ANTLR", "ASM", "Commons Math", "Apache Software Foundation")) {
        assertTrue(notice.contains(name), notice);
      }
      for (String library : List.of("antlr4-runtime", "asm")) {
        assertTrue(
            text(jar, "META-INF/licenses/" + library + "-LICENSE.txt")
                .contains("Redistributions in binary form must reproduce"));
      }
      for (String library :
          List.of("math3", "numbers-gamma", "rng-sampling", "statistics-distribution")) {
        String file = "META-INF/licenses/commons-" + library + "-LICENSE.txt";
        assertTrue(text(jar, file).contains("Apache License"), file);
      }
    }
  }

  private static String text(JarFile jar, String name) throws Exception {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The command, made for the plain jars, prints the same to the last digit on the bundle. */
  @TestFactory
  Stream<DynamicTest> examplesGiveTheSameOnTheBundleAlone() throws Exception {
    Method main =
        loader
            .loadClass("org.tidemark.cli.Main")
            .getMethod(
                "run", String[].class, InputStream.class, PrintStream.class, PrintStream.class);
    assertFalse(Jars.ofTheCommand().isEmpty());
    try (Stream<Path> files = Files.walk(Jars.TOP.resolve("examples"))) {
      List<Path> scripts =
          files
              .filter(file -> file.toString().endsWith(".tide"))
              .filter(file -> Files.exists(expected(file)))
              .filter(file -> !callsOtherLanguages(file))
              .sorted()
              .toList();
      assertTrue(scripts.size() > 20, scripts::toString);
      return scripts.stream()
          .map(
              script ->
                  DynamicTest.dynamicTest(
                      script.getFileName().toString(), () -> verify(main, script)));
    }
  }

  /** Other languages are a plugin's, which is not in the bundle. */
  private static boolean callsOtherLanguages(Path script) {
    try {
      return Files.readString(script).contains("\nforeign fn ");
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static Path expected(Path script) {
    return script.resolveSibling(script.getFileName().toString().replace(".tide", ".out"));
  }

  private static void verify(Method main, Path script) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = {"run", script.toString()};
    Object status =
        main.invoke(
            null,
            words,
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(0, status, () -> err.toString(StandardCharsets.UTF_8));
    assertEquals(Files.readString(expected(script)), out.toString(StandardCharsets.UTF_8));
  }
}
