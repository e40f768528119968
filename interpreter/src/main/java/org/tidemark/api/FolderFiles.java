package org.tidemark.api;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tidemark.check.ModuleSource;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.Problem;

/** Modules and data of the library, and those in an embedder's folder. */
final class FolderFiles implements ModuleSource {
  private final ScriptFiles library;
  private final Folder folder;

  FolderFiles(ScriptFiles library, Folder folder) {
    this.library = library;
    this.folder = folder;
  }

  @Override
  public Optional<Found> module(String dotted) throws IOException {
    return library.module(dotted);
  }

  @Override
  public String nameOf(String path) {
    return library.nameOf(path);
  }

  @Override
  public Optional<Found> file(String importing, String name) throws IOException {
    if (ScriptFiles.isOfLibrary(importing)) {
      return library.file(importing, name);
    }
    String path = resolve(importing, name);
    Optional<byte[]> bytes = bytes(path);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(path, new SourceText(path, ScriptFiles.decode(bytes.get()))));
  }

  @Override
  public String read(String beside, String name) throws IOException {
    if (ScriptFiles.isOfLibrary(beside)) {
      return library.read(beside, name);
    }
    return ScriptFiles.decode(
        bytes(resolve(beside, name)).orElseThrow(() -> new NoSuchFileException(name)));
  }

  /** What the folder has under a path; whatever goes wrong in it is told as what is unreadable. */
  private Optional<byte[]> bytes(String path) throws IOException {
    Optional<byte[]> bytes;
    try {
      bytes = folder.read(path);
    } catch (RuntimeException failed) {
      throw new IOException("it is in a folder of the host that failed with " + failed, failed);
    }
    if (bytes == null) {
      throw new IOException("it is in a folder of the host that gave null in place of an Optional");
    }
    return bytes;
  }

  @Override
  public String stamp(String beside, String name) {
    return "";
  }

  /** A name as a path below the folder. */
  private static String resolve(String beside, String name) {
    Deque<String> parts = new ArrayDeque<>();
    String before = beside.substring(0, beside.lastIndexOf('/') + 1);
    boolean outside = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
    for (String part : before.concat(name).split("/")) {
      if (part.equals("..")) {
        outside |= parts.pollLast() == null;
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    if (outside || parts.isEmpty() || name.indexOf('\0') >= 0) {
      throw Problem.of("E0702", name + " is outside the script's folder")
          .withHelp("copy it beside the script; a script reads nothing outside its own folder");
    }
    return String.join("/", parts);
  }
}
