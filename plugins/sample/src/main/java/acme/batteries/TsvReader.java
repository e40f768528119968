package acme.batteries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.TableReader;

/** Tables whose columns are separated by tabs. */
final class TsvReader implements TableReader {
  @Override
  public List<String> endings() {
    return List.of("tsv");
  }

  @Override
  public String doc() {
    return "Tables with tabs between columns.";
  }

  @Override
  public Cells read(byte[] bytes) throws IOException {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty()) {
      throw new IOException("it is empty");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(new Row(i + 1, List.of(lines.get(i).split("\t", -1))));
    }
    return new Cells(List.of(lines.get(0).split("\t", -1)), rows);
  }
}
