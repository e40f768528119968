package acme.batteries;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.tidemark.spi.ValueWriter;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Tables in Markdown. */
final class MarkdownWriter implements ValueWriter {
  @Override
  public List<String> endings() {
    return List.of("md");
  }

  @Override
  public String doc() {
    return "Tables in Markdown.";
  }

  @Override
  public Set<Takes> takes() {
    return Set.of(Takes.TABLES);
  }

  @Override
  public void write(Value value, OutputStream out) throws IOException {
    out.write(text((TableValue) value).getBytes(StandardCharsets.UTF_8));
  }

  static String text(TableValue table) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", table.columns())).append(" |\n");
    text.append("|---".repeat(table.columns().size())).append("|\n");
    for (List<Value> row : table.rows()) {
      text.append("| ");
      text.append(String.join(" | ", row.stream().map(ValueText::of).toList()));
      text.append(" |\n");
    }
    return text.toString();
  }
}
