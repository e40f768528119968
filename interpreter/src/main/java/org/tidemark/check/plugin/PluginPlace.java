package org.tidemark.check.plugin;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.tidemark.spi.TidePlugin;

/**
 * A plugin as it lies in a folder, not yet opened: a jar, or a folder of jars that belong together.
 *
 * @param path the jar or the folder
 * @param jars what its classes are in
 */
record PluginPlace(Path path, List<Path> jars) {
  private static final String SERVICES = "META-INF/services/".concat(TidePlugin.class.getName());
  private static final Attributes.Name SPI = new Attributes.Name("Tide-Spi");
  private static final String JAR = ".jar";

  /**
   * What the jars say of themselves without any of their classes.
   *
   * @param classes that implement the interface, by name
   * @param spi the version of the interface that the manifest names; empty where it names none
   */
  record Description(List<String> classes, String spi) {}

  String name() {
    String file = path.getFileName().toString();
    return file.endsWith(JAR) ? file.substring(0, file.length() - JAR.length()) : file;
  }

  /**
   * The plugins of a folder in alphabetical order, or the one of a jar.
   *
   * @throws IOException where it cannot be read
   */
  static List<PluginPlace> of(Path path) throws IOException {
    if (isJar(path)) {
      return List.of(new PluginPlace(path, List.of(path)));
    }
    List<PluginPlace> places = new ArrayList<>();
    for (Path entry : entries(path)) {
      if (isJar(entry)) {
        places.add(new PluginPlace(entry, List.of(entry)));
      } else if (Files.isDirectory(entry)) {
        places.add(new PluginPlace(entry, List.of()));
      }
    }
    return places;
  }

  /**
   * The same with the jars of its folder.
   *
   * @throws IOException where the folder cannot be read
   */
  PluginPlace listed() throws IOException {
    if (!jars.isEmpty()) {
      return this;
    }
    List<Path> found = new ArrayList<>();
    for (Path entry : entries(path)) {
      if (isJar(entry)) {
        found.add(entry);
      }
    }
    return new PluginPlace(path, found);
  }

  private static boolean isJar(Path path) {
    return path.getFileName() != null
        && path.getFileName().toString().endsWith(JAR)
        && !Files.isDirectory(path);
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(all::add);
    } catch (java.nio.file.DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    Collections.sort(all);
    return all;
  }

  /**
   * What the jars say of themselves.
   *
   * @throws IOException where one of them is no jar, or cannot be read
   */
  Description description() throws IOException {
    List<String> classes = new ArrayList<>();
    String spi = "";
    for (Path file : jars) {
      try (JarFile jar = new JarFile(file.toFile(), false)) {
        ZipEntry services = jar.getEntry(SERVICES);
        if (services == null) {
          continue;
        }
        String text =
            new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
        for (String line : text.split("\\R")) {
          String name = line.replaceFirst("#.*", "").strip();
          if (!name.isEmpty() && !classes.contains(name)) {
            classes.add(name);
          }
        }
        Manifest manifest = jar.getManifest();
        if (manifest != null && manifest.getMainAttributes().getValue(SPI) != null) {
          spi = manifest.getMainAttributes().getValue(SPI).strip();
        }
      } catch (IOException | IllegalArgumentException | SecurityException broken) {
        throw new IOException(file.getFileName() + " is not a jar that can be read", broken);
      }
    }
    return new Description(classes, spi);
  }

  URL[] urls() throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = new File(jars.get(i).toString()).toURI().toURL();
    }
    return urls;
  }
}
