package org.tidemark.vocab.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.TableReader;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;

/** Tables from files whose ending tells how they are read. */
public final class Read extends BuiltIn {
  private static final String NO_READER = "E0746";
  private static final String PATH = "path";
  private static final String CSV = "csv";
  private static final int MOST_COMPLAINTS = 20;
  private static final int MOST_BYTES = 50_000_000;

  private Read() {
    super("read");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Read read = new Read();
    registry.function(
        read.spec(
                "The table in a file beside the script, read as its ending tells: `.csv` as `csv`"
                    + " does, other endings by plugins; `tide plugins` lists their readers. Columns"
                    + " are declared as for `csv`.")
            .required(PATH, Accept.FILE, "the file, relative to the script")
            .schema(
                Columns.COLUMNS, true, "the columns and their units, { year: date, price: USD/GB }")
            .body(read));
  }

  @Override
  public Type of(CallCheck call) {
    Optional<String> path = call.constantText(PATH);
    if (path.isPresent() && !isKnown(ending(path.get()), call.extensions())) {
      Problem problem = unknown(path.get(), call.extensions());
      call.problem(
          PATH, problem.code(), problem.getMessage(), problem.help().toArray(new String[0]));
    }
    return Columns.check(call, name);
  }

  private static boolean isKnown(String ending, Extensions extensions) {
    return ending.equals(CSV) || extensions.reader(ending).isPresent();
  }

  private static String ending(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Problem unknown(String path, Extensions extensions) {
    List<String> known = new ArrayList<>(List.of(CSV));
    known.addAll(extensions.names(TableReader.class));
    return Problem.of(
            NO_READER,
            ending(path).isEmpty()
                ? path + " has no ending that says how to read it"
                : "nothing here reads files that end in ." + ending(path))
        .withHelp("endings that can be read: ." + String.join(", .", known))
        .withHelp("a plugin may add others: tide plugins lists what is loaded")
        .about(PATH);
  }

  @Override
  public Value of(CallValues call) {
    String path = call.text(PATH);
    Surroundings surroundings = call.surroundings();
    Map<String, Type> columns = call.schema(Columns.COLUMNS);
    String ending = ending(path);
    if (ending.equals(CSV)) {
      return Csv.table(path, columns, surroundings);
    }
    TableReader reader =
        surroundings
            .extensions()
            .reader(ending)
            .orElseThrow(() -> unknown(path, surroundings.extensions()));
    byte[] bytes = bytes(path, surroundings);
    TableReader.Cells cells;
    try {
      cells = reader.read(bytes);
    } catch (IOException malformed) {
      throw unreadable(
          path,
          malformed.getMessage() == null ? "it is malformed" : malformed.getMessage(),
          "it is read as " + reader.doc());
    }
    if (cells == null) {
      throw unreadable(path, "its reader gave nothing", "this is a mistake in the plugin");
    }
    return new Table(path, columns, surroundings).of(cells);
  }

  private static byte[] bytes(String path, Surroundings surroundings) {
    byte[] bytes;
    try {
      bytes = surroundings.bytes(path);
    } catch (NoSuchFileException | FileNotFoundException notThere) {
      throw Problem.of("E0701", "there is no file " + path)
          .withHelp("files are found relative to the script's folder; check the spelling")
          .about(PATH);
    } catch (IOException failed) {
      String message = failed.getMessage();
      boolean said = message != null && message.startsWith("it is ");
      throw unreadable(
          path, said ? message : "it is not a readable file", "a file has at most 50 MB");
    }
    if (bytes.length > MOST_BYTES) {
      throw unreadable(
          path, "it is larger than 50 MB", "keep the rows and columns that the model needs");
    }
    return bytes;
  }

  private static Problem unreadable(String path, String why, String help) {
    return Problem.of("E0703", path + " cannot be read as a table: " + why)
        .withHelp(help)
        .about(PATH);
  }

  /** Cells as values of the declared columns, with all that is wrong collected. */
  private record Table(String path, Map<String, Type> columns, Surroundings surroundings) {
    TableValue of(TableReader.Cells cells) {
      List<Integer> places = new ArrayList<>();
      columns.keySet().forEach(column -> places.add(place(column, cells.columns())));
      List<String> complaints = new ArrayList<>();
      List<List<Value>> rows = new ArrayList<>();
      for (TableReader.Row row : cells.rows()) {
        Elements.limit(rows.size() + 1.0, surroundings);
        Elements.checkpoint(rows.size(), surroundings);
        if (row.cells().size() != cells.columns().size()) {
          complaints.add(
              "line "
                  + row.line()
                  + " has "
                  + row.cells().size()
                  + " cells, and there are "
                  + cells.columns().size()
                  + " columns");
        } else {
          rows.add(values(row, places, complaints));
        }
      }
      refuse(complaints);
      return new TableValue(new ArrayList<>(columns.keySet()), rows);
    }

    private int place(String column, List<String> given) {
      int place = given.indexOf(column);
      if (place < 0) {
        List<String> near = Spelling.closest(column, given, 1);
        throw Problem.of("E0703", path + " has no column called " + column)
            .withHelp(
                near.isEmpty()
                    ? "its columns are " + String.join(", ", given)
                    : "did you mean " + near.get(0) + "?");
      }
      return place;
    }

    private List<Value> values(TableReader.Row row, List<Integer> places, List<String> complaints) {
      List<Value> values = new ArrayList<>(places.size());
      int column = 0;
      for (Map.Entry<String, Type> entry : columns.entrySet()) {
        String cell = row.cells().get(places.get(column++)).strip();
        Value value = cell.isEmpty() ? SpecialValue.MISSING : CsvCell.value(cell, entry.getValue());
        if (value == null) {
          complaints.add(
              "line "
                  + row.line()
                  + ", column "
                  + entry.getKey()
                  + ": \""
                  + (cell.length() > 40 ? cell.substring(0, 40).concat("...") : cell)
                  + "\" is not "
                  + CsvCell.expected(entry.getValue()));
          value = SpecialValue.MISSING;
        }
        values.add(value);
      }
      return values;
    }

    private void refuse(List<String> complaints) {
      if (complaints.isEmpty()) {
        return;
      }
      Problem problem = Problem.of("E0704", path + ", " + complaints.get(0));
      int told = Math.min(MOST_COMPLAINTS, complaints.size());
      for (String complaint : complaints.subList(1, told)) {
        problem = problem.withHelp("also " + complaint);
      }
      if (complaints.size() > told) {
        problem = problem.withHelp("and " + (complaints.size() - told) + " more");
      }
      throw problem.withHelp("leave a cell empty where its value is missing");
    }
  }
}
