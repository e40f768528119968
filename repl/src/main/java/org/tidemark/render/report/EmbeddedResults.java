package org.tidemark.render.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes JSON on in plain ASCII that cannot end the script element around it. */
final class EmbeddedResults extends FilterWriter {
  EmbeddedResults(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    // these occur in JSON only inside of texts, where they may be written so
    boolean plain = c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' || c == '\n';
    if (plain) {
      out.write(c);
    } else {
      out.write("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.write(Character.forDigit(c >> shift & 0xF, 16));
      }
    }
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text.charAt(i));
    }
  }

  /** What is written on belongs to the page, which is not finished. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
