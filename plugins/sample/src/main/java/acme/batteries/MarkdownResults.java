package acme.batteries;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tidemark.spi.Renderer;
import org.tidemark.spi.value.TableValue;

/** Results in Markdown. */
final class MarkdownResults implements Renderer {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String doc() {
    return "Results as a list in Markdown.";
  }

  @Override
  public void render(Results results, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("# ").append(results.script()).append("\n\n");
    for (Shown shown : results.shown()) {
      text.append("- ").append(shown.name()).append(": **").append(shown.text()).append("**\n");
      if (shown.value() instanceof TableValue table) {
        text.append('\n').append(MarkdownWriter.text(table)).append('\n');
      }
    }
    for (Verdict verdict : results.verdicts()) {
      text.append("- ").append(verdict.title()).append(": ").append(verdict.outcome()).append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
