package org.tidemark.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.Problem;

/**
 * Modules and data of the library, from the class path, and those beside a script, from its folder
 * and below. Nothing outside that folder is read.
 */
final class ScriptFiles implements ModuleSource {
  private static final String LIBRARY = "library:";
  private static final String ENDING = ".tide";

  /** The most that is read of one file. */
  private static final int MOST_BYTES = 50_000_000;

  private final ClassLoader loader;
  private final Vocabulary vocabulary;
  private final Path root;
  private final boolean untrusted;
  private final long mostBytes;

  /**
   * Files for one script.
   *
   * @param root the script's folder, absolute; null where it has none
   */
  ScriptFiles(ClassLoader loader, Vocabulary vocabulary, Path root) {
    this(loader, vocabulary, root, false, MOST_BYTES);
  }

  private ScriptFiles(
      ClassLoader loader, Vocabulary vocabulary, Path root, boolean untrusted, long mostBytes) {
    this.loader = loader;
    this.vocabulary = vocabulary;
    this.root = root;
    this.untrusted = untrusted;
    this.mostBytes = mostBytes;
  }

  /**
   * Files for a script that nobody trusts.
   *
   * @param root the only folder that it reads in, absolute; null where it reads nothing
   * @param mostBytes of one file
   */
  static ScriptFiles untrusted(
      ClassLoader loader, Vocabulary vocabulary, Path root, long mostBytes) {
    return new ScriptFiles(loader, vocabulary, root, true, Math.min(mostBytes, MOST_BYTES));
  }

  /** How a script file is identified. */
  String pathOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    // where a script that nobody trusts stands does not matter, only where it may read
    boolean inside = root != null && absolute.startsWith(root);
    return inside ? root.relativize(absolute).toString() : absolute.getFileName().toString();
  }

  /**
   * The text of a file.
   *
   * @throws IOException where it cannot be read or is not UTF-8
   */
  static String text(Path file) throws IOException {
    return text(file, MOST_BYTES);
  }

  private static String text(Path file, long most) throws IOException {
    return decode(bytes(file, most));
  }

  private static byte[] bytes(Path file, long most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // what a file says of its size need not be so, and it may grow
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new IOException("it is larger than " + Limit.FILE_BYTES.words(most));
      }
      return bytes;
    }
  }

  /** The text of a file that a script names. */
  private String named(Path file) throws IOException {
    return text(untrusted ? file.toRealPath() : file, mostBytes);
  }

  /** Whether a path is that of a file of the library. */
  static boolean isOfLibrary(String path) {
    return path.startsWith(LIBRARY);
  }

  static String decode(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new IOException("it is not UTF-8 text");
    }
  }

  @Override
  public Optional<Found> module(String dotted) throws IOException {
    String resource = dotted.replace('.', '/') + ENDING;
    Optional<String> text = resource(resource);
    return text.map(t -> new Found(LIBRARY + resource, new SourceText(resource, t)));
  }

  @Override
  public String nameOf(String path) {
    return path.startsWith(LIBRARY) && path.endsWith(ENDING)
        ? path.substring(LIBRARY.length(), path.length() - ENDING.length()).replace('/', '.')
        : path;
  }

  /** The text of a file of the library. */
  Optional<String> resource(String name) throws IOException {
    int slash = name.indexOf('/');
    if (slash <= 0 || name.contains("..")) {
      return Optional.empty();
    }
    String first = name.substring(0, slash);
    Optional<ClassLoader> place =
        first.equals(Library.ROOT) ? Optional.of(loader) : vocabulary.library(first);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = place.get().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(decode(in.readAllBytes()));
    }
  }

  @Override
  public Optional<Found> file(String importing, String name) throws IOException {
    if (importing.startsWith(LIBRARY)) {
      String resource = resolveResource(importing, name);
      return resource(resource)
          .map(text -> new Found(LIBRARY + resource, new SourceText(resource, text)));
    }
    Path file = resolve(importing, name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String path = pathOf(file);
    return Optional.of(new Found(path, new SourceText(path, named(file))));
  }

  @Override
  public String read(String beside, String name) throws IOException {
    if (beside.startsWith(LIBRARY)) {
      return resource(resolveResource(beside, name))
          .orElseThrow(() -> new NoSuchFileException(name));
    }
    Path file = resolve(beside, name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(name);
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    return named(file);
  }

  @Override
  public byte[] bytes(String beside, String name) throws IOException {
    if (beside.startsWith(LIBRARY)) {
      return read(beside, name).getBytes(StandardCharsets.UTF_8);
    }
    Path file = resolve(beside, name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(name);
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    return bytes(untrusted ? file.toRealPath() : file, mostBytes);
  }

  @Override
  public String stamp(String beside, String name) {
    if (beside.startsWith(LIBRARY) || root == null) {
      return "";
    }
    try {
      Path file = resolve(beside, name);
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      // another file put in its place may keep its date
      return now.isRegularFile()
          ? now.lastModifiedTime() + " " + now.size() + " " + now.fileKey()
          : "";
    } catch (IOException | Problem none) {
      return "";
    }
  }

  private static String resolveResource(String beside, String name) {
    String base = beside.substring(LIBRARY.length());
    Path folder = Path.of(base).getParent();
    return (folder == null ? Path.of(name) : folder.resolve(name))
        .normalize()
        .toString()
        .replace('\\', '/');
  }

  /** The file of a name in the folder; following links must not lead out either. */
  Path inFolder(String name) throws IOException {
    return resolve("", name);
  }

  /** The file of a relative name; following links must not lead out either. */
  private Path resolve(String beside, String name) throws IOException {
    if (root == null && untrusted) {
      throw Problem.of("E0934", "this script may read no files, and asks for " + name)
          .withHelp("whoever runs it can name a folder in which it may: --root DIR");
    }
    if (root == null) {
      throw Problem.of("E0702", "a text that is no file has no files beside it: " + name)
          .withHelp("save the script to a file first");
    }
    Path folder = beside.isEmpty() ? root : root.resolve(beside).getParent();
    Path file;
    try {
      file = folder.resolve(name).normalize();
    } catch (java.nio.file.InvalidPathException bad) {
      throw Problem.of("E0702", "this is no file name: " + name)
          .withHelp("use letters, digits, dots and slashes");
    }
    boolean inside = file.startsWith(root) && !(untrusted && Path.of(name).isAbsolute());
    if (inside && Files.exists(file)) {
      inside = file.toRealPath().startsWith(root.toRealPath());
    }
    if (!inside && untrusted) {
      throw Problem.of("E0935", name + " is outside the folder in which this script may read")
          .withHelp("whoever runs it can name another folder: --root DIR");
    }
    if (!inside) {
      throw Problem.of("E0702", name + " is outside the script's folder")
          .withHelp("copy it beside the script; a script reads nothing outside its own folder");
    }
    return file;
  }
}
