package org.tidemark.solve;

import com.fasterxml.jackson.databind.JsonNode;

/** The shared reference values, for the tests of the packages within this one. */
public final class SharedReference {
  private SharedReference() {}

  /** The content of a file; skips the test where there is none. */
  public static JsonNode read(String file) {
    return ReferenceData.read(file);
  }
}
