package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tide in class loaders, fat jars and on the module path; each time it finds all of itself. */
class PlacesIT {
  private static final String SAYS =
      """
      34.6574 year
      8 plugins
      std.endogenous: true
      E0301: true
      sound: true 1
      """;

  @TempDir private Path folder;

  private Path classes(List<Path> classPath, String... more) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path source = folder.resolve("App.java");
    try (InputStream app = PlacesIT.class.getResourceAsStream("/app/App.java")) {
      Files.write(source, app.readAllBytes());
    }
    List<String> words = new ArrayList<>(List.of("--release", "17", "-d", classes.toString()));
    words.addAll(Arrays.asList(more));
    words.add(source.toString());
    if (more.length == 0) {
      words.addAll(List.of("-cp", Jars.joined(classPath)));
    }
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    assertEquals(0, status);
    return classes;
  }

  private void verify(String... words) throws Exception {
    Set<String> means = new HashSet<>();
    for (Jvm jvm : Jvm.all()) {
      String out = jvm.output(folder, "java", words);
      assertEquals(SAYS, out.substring(0, Math.min(SAYS.length(), out.length())), jvm::toString);
      means.add(out.substring(SAYS.length()));
    }
    assertEquals(1, means.size(), means::toString);
  }

  // ---- class path

  @Test
  void modulesOneByOneOnTheClassPath() throws Exception {
    Path classes = classes(Jars.plain());
    List<Path> all = new ArrayList<>(Jars.plain());
    all.add(classes);
    verify("-cp", Jars.joined(all), "app.App");
  }

  /** All in one archive without folders, as simple tools make it. */
  @Test
  void flatFatJar() throws Exception {
    Path classes = classes(Jars.plain());
    Path fat = folder.resolve("fat.jar");
    Map<String, StringBuilder> services = new HashMap<>();
    Set<String> names = new HashSet<>();
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(fat), manifest("app.App", ""))) {
      for (Path library : Jars.plain()) {
        try (JarFile jar = new JarFile(library.toFile())) {
          for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            if (entry.getName().startsWith("META-INF/services/") && !entry.isDirectory()) {
              services
                  .computeIfAbsent(entry.getName(), name -> new StringBuilder())
                  .append(new String(bytes, StandardCharsets.UTF_8))
                  .append('\n');
            } else if (!entry.getName().equals("META-INF/MANIFEST.MF")
                && names.add(entry.getName())) {
              put(out, entry.getName(), bytes);
            }
          }
        }
      }
      for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
        put(out, service.getKey(), service.getValue().toString().getBytes(StandardCharsets.UTF_8));
      }
      put(out, "app/App.class", Files.readAllBytes(classes.resolve("app/App.class")));
    }
    verify("-jar", fat.toString());
  }

  /** Jars within a jar, as Spring Boot packs them. */
  @Test
  void nestedJars() throws Exception {
    Path classes = classes(Jars.plain());
    Path boot = folder.resolve("boot.jar");
    try (JarOutputStream out =
        new JarOutputStream(
            Files.newOutputStream(boot),
            manifest("org.springframework.boot.loader.launch.JarLauncher", "app.App"))) {
      try (JarFile loader = new JarFile(Jars.named("spring-boot-loader").get(0).toFile())) {
        for (JarEntry entry : (Iterable<JarEntry>) loader.stream()::iterator) {
          if (entry.getName().startsWith("org/")) {
            put(out, entry.getName(), loader.getInputStream(entry).readAllBytes());
          }
        }
      }
      for (String inside : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
        put(out, inside, new byte[0]);
      }
      put(
          out,
          "BOOT-INF/classes/app/App.class",
          Files.readAllBytes(classes.resolve("app/App.class")));
      for (Path library : Jars.plain()) {
        store(out, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
      }
    }
    verify("-jar", boot.toString());
  }

  private static Manifest manifest(String main, String start) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    attributes.put(Attributes.Name.MULTI_RELEASE, "true");
    if (!start.isEmpty()) {
      attributes.putValue("Start-Class", start);
      attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
      attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    }
    return manifest;
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private static void store(JarOutputStream out, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  // ---- module path

  @Test
  void theBundleOnTheModulePath() throws Exception {
    onTheModulePath(List.of(Jars.bundle()), "org.tidemark.embedding");
  }

  @Test
  void modulesOneByOneOnTheModulePath() throws Exception {
    onTheModulePath(Jars.plain(), "org.tidemark.interpreter");
  }

  private void onTheModulePath(List<Path> jars, String module) throws Exception {
    Path info = folder.resolve("module-info.java");
    Files.writeString(info, "module app { requires " + module + "; }");
    Path classes = classes(jars, "--module-path", Jars.joined(jars), info.toString());
    List<Path> all = new ArrayList<>(jars);
    all.add(classes);
    verify("-p", Jars.joined(all), "-m", "app/app.App");
  }

  // ---- class loaders

  /** Two copies in loaders of their own, while the context class loader knows nothing of them. */
  @Test
  void copiesSideBySide() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    URL[] bundle = {Jars.bundle().toUri().toURL()};
    Path foreign = Files.createDirectories(folder.resolve("foreign/META-INF/services"));
    Files.writeString(foreign.resolve("org.tidemark.spi.TidePlugin"), "no.such.Plugin\n");
    URL[] others = {folder.resolve("foreign").toUri().toURL()};
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader one = new URLClassLoader(bundle, platform);
        URLClassLoader two = new URLClassLoader(bundle, platform);
        URLClassLoader stranger = new URLClassLoader(others, platform)) {
      Thread.currentThread().setContextClassLoader(null);
      ScriptEngine first = new ScriptEngineManager(one).getEngineByName("tide");
      verify(first);
      Thread.currentThread().setContextClassLoader(stranger);
      ScriptEngine second = new ScriptEngineManager(two).getEngineByName("tide");
      verify(second);
      verify(first);
      assertNotSame(first.getClass(), second.getClass());
      // a value of the one means nothing to the other, and says so
      Object answer = first.eval("2 USD");
      assertEquals("2 USD", answer.toString());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void verify(ScriptEngine engine) throws Exception {
    StringWriter err = new StringWriter();
    engine.getContext().setErrorWriter(err);
    assertEquals(
        1.0,
        engine.eval(
            "import std.endogenous as e\nparam a = 1 to 3\n"
                + "sampled = sample({ y: a^2 }, draws: 500, seed: 7)\nif sampled.y.mean > 3 then 1 else 0"));
    assertEquals("", err.toString());
  }

  // ---- tools of the JDK

  @Test
  void jshellAndJrunscript() throws Exception {
    String bundle = Jars.bundle().toString();
    Path session = Jars.TOP.resolve("examples/embedding/session.jsh");
    // else its making is told on standard error
    Files.createDirectories(folder.resolve(".java/.userPrefs"));
    String preferences = "-Djava.util.prefs.userRoot=" + folder;
    assertEquals(
        "13.8629 year\n415.88830833596717\n",
        Jvm.current()
            .output(
                folder, "jshell", "-J" + preferences, "--class-path", bundle, session.toString())
            .replace("\r", ""));
    if (Files.exists(Jvm.current().tool("jrunscript"))) {
      assertEquals(
          "2 GB + 3 GB = 5 GB\n",
          Jvm.current()
              .output(folder, "jrunscript", "-cp", bundle, "-l", "tide", "-e", "show 2 GB + 3 GB"));
    }
  }
}
