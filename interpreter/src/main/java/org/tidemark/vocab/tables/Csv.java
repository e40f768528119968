package org.tidemark.vocab.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** Tables from files of comma-separated values. */
public final class Csv extends BuiltIn {
  private static final int LARGEST = 50_000_000;

  private Csv() {
    super("csv");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Csv csv = new Csv();
    registry.function(
        csv.spec(
                "The table in a file beside the script: comma-separated, UTF-8, with the names of"
                    + " the columns in its first line. Numbers are in the unit of their column,"
                    + " dates are written `2024`, `2024-06` or `2024-06-30`, truth values `true` or"
                    + " `false`; empty cells are `missing`. Columns of the file that are not listed"
                    + " are not read.")
            .required("path", Accept.FILE, "the file, relative to the script")
            .schema("columns", true, "the columns and their units, { year: date, price: USD/GB }")
            .body(csv));
  }

  @Override
  public Type of(CallCheck call) {
    return Columns.check(call, name);
  }

  @Override
  public Value of(CallValues call) {
    return table(call.text("path"), call.schema("columns"), call.surroundings());
  }

  /** The table in a file. */
  static Value table(String path, Map<String, Type> columns, Surroundings surroundings) {
    return new CsvReader(path, columns, surroundings).read(text(path, surroundings));
  }

  private static String text(String path, Surroundings surroundings) {
    String text;
    try {
      text = surroundings.read(path);
    } catch (NoSuchFileException | FileNotFoundException notThere) {
      throw Problem.of("E0701", "there is no file " + path)
          .withHelp("files are found relative to the script's folder; check the spelling")
          .about("path");
    } catch (CharacterCodingException notText) {
      throw unreadable(path, "it is not UTF-8", "save it as UTF-8, comma-separated");
    } catch (IOException failed) {
      // those that the project throws itself say why in the reader's words
      String message = failed.getMessage();
      boolean said = message != null && message.startsWith("it is ");
      throw unreadable(
          path,
          said ? message : "it is not a readable file",
          "a table is a UTF-8 text of at most 50 MB, comma-separated");
    }
    if (text.length() > LARGEST) {
      throw unreadable(
          path, "it is larger than 50 MB", "keep the rows and columns that the model needs");
    }
    if (text.indexOf('\0') >= 0) {
      throw unreadable(path, "it is not a text", "save it as UTF-8, comma-separated");
    }
    if (text.isBlank()) {
      throw unreadable(path, "it is empty", "its first line holds the names of the columns");
    }
    return text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
  }

  private static Problem unreadable(String path, String why, String help) {
    return Problem.of("E0703", path + " cannot be read as a table: " + why)
        .withHelp(help)
        .about("path");
  }
}
