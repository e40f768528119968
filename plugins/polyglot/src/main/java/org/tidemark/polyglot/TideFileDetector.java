package org.tidemark.polyglot;

import com.oracle.truffle.api.TruffleFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Knows scripts by their ending, {@code .tide}. */
public final class TideFileDetector implements TruffleFile.FileTypeDetector {
  private static final String ENDING = ".tide";

  /** For the provider that the annotation processor writes. */
  public TideFileDetector() {}

  @Override
  public String findMimeType(TruffleFile file) {
    String name = file.getName();
    return name != null && name.endsWith(ENDING) ? TideLanguage.MIME_TYPE : null;
  }

  @Override
  public Charset findEncoding(TruffleFile file) {
    return StandardCharsets.UTF_8;
  }
}
