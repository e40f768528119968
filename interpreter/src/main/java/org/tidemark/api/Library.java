package org.tidemark.api;

import java.util.Objects;

/** What in the library commands ask for by name. */
public final class Library {
  /** What all names of modules begin with. */
  public static final String ROOT = "std";

  /** The claims of the sources are audited in the modules below. */
  public static final String AUDITS = "std.audit";

  /** What the sources say, row by row, stands in the modules below. */
  public static final String SOURCES = "std.sources";

  /** The predictions of the sources stand in this module and those below. */
  public static final String PREDICTIONS = "std.predictions";

  /** The table of what has been observed, see {@link Tide#libraryFile}. */
  public static final String OBSERVATIONS = "std/data/observations.csv";

  private Library() {}

  /** Whether a dotted name can be that of a module or a part of the library. */
  public static boolean isName(String name) {
    Objects.requireNonNull(name, "name");
    return name.equals(ROOT) || name.startsWith(ROOT.concat("."));
  }
}
