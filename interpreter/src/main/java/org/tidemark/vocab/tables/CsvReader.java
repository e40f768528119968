package org.tidemark.vocab.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Elements;

/** Turns the text of one file into a table of given columns, collecting all that is wrong. */
final class CsvReader {
  /** Characters that may take over a second to read. */
  private static final int LONG = 1_000_000;

  private static final int MOST_COMPLAINTS = 20;

  /** What is longer is no name of a column. */
  private static final int LONGEST_NAME = 80;

  /** As many columns as a message can name. */
  private static final int MOST_NAMES = 40;

  private final String path;
  private final Map<String, Type> columns;
  private final Surroundings surroundings;
  private final List<String> complaints = new ArrayList<>();
  private int wrong;

  CsvReader(String path, Map<String, Type> columns, Surroundings surroundings) {
    this.path = path;
    this.columns = columns;
    this.surroundings = surroundings;
  }

  TableValue read(String text) {
    long line = 1;
    try (Progress progress = progress(text);
        CSVParser parser =
            CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(false)
                .build()
                .parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      CSVRecord header = records.next();
      while (isBlank(header) && records.hasNext()) {
        header = records.next();
      }
      int[] places = places(header);
      int width = width(header);
      List<List<Value>> rows = new ArrayList<>();
      long told = 0;
      line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        if (!isBlank(cells)) {
          Elements.limit(rows.size() + 1.0, surroundings);
          Elements.checkpoint(rows.size(), surroundings);
          rows.add(row(cells, line, places, width));
        }
        long reached = cells.getCharacterPosition();
        progress.add(reached - told);
        told = reached;
        line = parser.getCurrentLineNumber() + 1;
      }
      refuseComplaints();
      return new TableValue(new ArrayList<>(columns.keySet()), rows);
    } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
      throw Problem.of(
              "E0703",
              path + " cannot be read as a table: its quotes do not match near line " + line)
          .withHelp("a cell that holds a comma or a quote stands between quotes, \"3,5\"")
          .withHelp("a quote inside such a cell is doubled: \"\"");
    }
  }

  private Progress progress(String text) {
    return text.length() < LONG
        ? Progress.NONE
        : surroundings.progress("reading ".concat(path), text.length(), "");
  }

  private static boolean isBlank(CSVRecord cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** The cells up to the last that is not blank. */
  private static int width(CSVRecord cells) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  private int[] places(CSVRecord header) {
    List<String> names = new ArrayList<>();
    for (String name : header) {
      names.add(name.strip());
    }
    int[] places = new int[columns.size()];
    int column = 0;
    Problem problem = null;
    for (String name : columns.keySet()) {
      int place = names.indexOf(name);
      if (place < 0) {
        problem =
            problem == null
                ? Problem.of("E0703", path + " has no column called " + name)
                    .withHelp(missingHelp(name, names))
                : problem.withHelp("it has no column called " + name + " either");
      } else if (names.lastIndexOf(name) != place) {
        throw Problem.of("E0703", path + " has two columns called " + name)
            .withHelp("rename one of them");
      }
      places[column++] = place;
    }
    if (problem != null) {
      throw problem;
    }
    return places;
  }

  private static String missingHelp(String name, List<String> all) {
    // a file that is no table may have a first line of megabytes
    List<String> names = all.stream().filter(one -> one.length() <= LONGEST_NAME).toList();
    List<String> near = Spelling.closest(name, names, 1);
    if (!near.isEmpty()) {
      return "did you mean " + near.get(0) + "?";
    }
    if (all.size() == 1 && (all.get(0).contains(";") || all.get(0).contains("\t"))) {
      return "columns are separated by commas, and this file seems to use semicolons or tabs";
    }
    if (names.size() < all.size()) {
      return "its first line does not look like the names of columns";
    }
    String told = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    int more = names.size() - MOST_NAMES;
    return "the first line names the columns: " + told + (more > 0 ? " and " + more + " more" : "");
  }

  private List<Value> row(CSVRecord cells, long line, int[] places, int width) {
    List<Value> row = new ArrayList<>(places.length);
    int given = width(cells);
    if (given > width || cells.size() < width) {
      complain(
          "line "
              + line
              + " has "
              + (given > width ? given : cells.size())
              + " cells, and the first line names "
              + width);
    }
    int column = 0;
    for (Map.Entry<String, Type> entry : columns.entrySet()) {
      int place = places[column++];
      String cell = place < cells.size() ? cells.get(place).strip() : "";
      Value value = cell.isEmpty() ? SpecialValue.MISSING : CsvCell.value(cell, entry.getValue());
      if (value == null) {
        complain(
            "line "
                + line
                + ", column "
                + entry.getKey()
                + ": "
                + quoted(cell)
                + " is not "
                + CsvCell.expected(entry.getValue()));
        value = SpecialValue.MISSING;
      }
      row.add(value);
    }
    return row;
  }

  private static String quoted(String cell) {
    String line = cell.replace('\n', ' ').replace('\r', ' ');
    return "\"" + (line.length() > 40 ? line.substring(0, 40) + "..." : line) + "\"";
  }

  private void complain(String complaint) {
    wrong++;
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(complaint);
    }
  }

  private void refuseComplaints() {
    if (wrong == 0) {
      return;
    }
    Problem problem = Problem.of("E0704", path + ", " + complaints.get(0));
    for (String complaint : complaints.subList(1, complaints.size())) {
      problem = problem.withHelp("also " + complaint);
    }
    if (wrong > complaints.size()) {
      problem = problem.withHelp("and " + (wrong - complaints.size()) + " more");
    }
    throw problem.withHelp("leave a cell empty where its value is missing");
  }
}
