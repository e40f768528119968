package org.tidemark.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tidemark.grammar.source.SourceText;

/** Where imported modules and the files beside them come from. */
public interface ModuleSource {
  /**
   * A module or script that was found.
   *
   * @param path identifies it; two imports of one path share the module
   * @param text its text
   */
  record Found(String path, SourceText text) {}

  /**
   * A module by its dotted name.
   *
   * @throws IOException where it exists but cannot be read
   */
  Optional<Found> module(String dotted) throws IOException;

  /** How scripts call what a path identifies: a module of the library by its dotted name. */
  default String nameOf(String path) {
    return path;
  }

  /**
   * A module by a file name relative to the importing one.
   *
   * @throws IOException where it exists but cannot be read
   * @throws org.tidemark.spi.Problem where the name leads out of the script's folder
   */
  Optional<Found> file(String importing, String name) throws IOException;

  /**
   * The text of a data file relative to a script or module.
   *
   * @throws IOException where it cannot be read
   * @throws org.tidemark.spi.Problem where the name leads out of the script's folder
   */
  String read(String beside, String name) throws IOException;

  /**
   * The bytes of a data file relative to a script or module.
   *
   * @throws IOException where it cannot be read
   * @throws org.tidemark.spi.Problem where the name leads out of the script's folder
   */
  default byte[] bytes(String beside, String name) throws IOException {
    return read(beside, name).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What tells whether a file beside a script is still the one that it was; empty where there is
   * none.
   */
  default String stamp(String beside, String name) {
    return "";
  }
}
