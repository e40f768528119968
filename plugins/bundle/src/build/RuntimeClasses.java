import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes classes of the running JDK into a jar, so that the shrinker can see what the libraries
 * override. Newer JDKs have no such archives of their own.
 */
class RuntimeClasses {
  public static void main(String[] words) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(Path.of(words[0])))) {
      jar.setLevel(0);
      for (String module : List.of("java.base", "java.scripting", "java.logging")) {
        Path classes = root.resolve(module);
        try (Stream<Path> files = Files.walk(classes)) {
          for (Path file : (Iterable<Path>) files::iterator) {
            String name = classes.relativize(file).toString();
            if (name.endsWith(".class") && !name.equals("module-info.class")) {
              jar.putNextEntry(new ZipEntry(name));
              Files.copy(file, jar);
            }
          }
        }
      }
    }
  }
}
