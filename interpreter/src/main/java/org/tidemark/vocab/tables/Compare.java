package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;

/** The same questions put to several models. */
public final class Compare extends BuiltIn {
  private static final String MODEL = "model";

  private Compare() {
    super("compare");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Compare compare = new Compare();
    registry.function(
        compare
            .spec(
                "A table with a row for each model and a column for each entry of a record that is"
                    + " evaluated in each of them: `compare([this, cheap], { T: nash.time, N })`.")
            .expression("models", Accept.ANYTHING, "a list of models, amended copies mostly")
            .expression("what", Accept.RECORD, "the questions, { T: nash.time }")
            .example("compare([this], { two: 1 + 1 })")
            .body(compare));
  }

  @Override
  public Type of(CallCheck call) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put(MODEL, BasicType.TEXT);
    if (call.type("what") instanceof RecordType questions) {
      for (Map.Entry<String, Type> entry : questions.fields().entrySet()) {
        if (entry.getKey().equals(MODEL)) {
          call.problem(
              "what",
              "E0409",
              "the column model is taken by the models' names",
              "give this entry another name");
        } else {
          columns.put(entry.getKey(), Elements.plain(entry.getValue()));
        }
      }
      return new TableType(columns);
    }
    return BasicType.UNKNOWN;
  }

  @Override
  public Value of(CallValues call) {
    Lazy questions = call.lazy("what");
    List<String> columns = new ArrayList<>();
    columns.add(MODEL);
    List<List<Value>> rows = new ArrayList<>();
    for (Lazy element : call.lazy("models").elements()) {
      Value models = element.evaluate();
      if (models instanceof ListValue list) {
        for (int i = 0; i < list.elements().size(); i++) {
          String label = oneLine(element.text()) + "[" + i + "]";
          add(label, list.elements().get(i), questions, columns, rows, call);
        }
      } else {
        add(oneLine(element.text()), models, questions, columns, rows, call);
      }
    }
    if (rows.isEmpty()) {
      throw Problem.of("E0514", "compare needs at least one model")
          .withHelp("for example: compare([this, this with { r = 3 %/year }], { T: nash.time })")
          .about("models");
    }
    return new TableValue(columns, rows);
  }

  private static void add(
      String label,
      Value model,
      Lazy questions,
      List<String> columns,
      List<List<Value>> rows,
      CallValues call) {
    if (!(model instanceof ModelValue variation)) {
      throw Problem.of("E0503", "compare wants models, and " + label + " is " + model.describe())
          .withHelp("amend the script: this with { r = 3 %/year }")
          .about("models");
    }
    call.surroundings().checkpoint();
    RecordValue answers = (RecordValue) questions.evaluateIn(variation);
    if (rows.isEmpty()) {
      columns.addAll(answers.fields().keySet());
    }
    List<Value> row = new ArrayList<>();
    row.add(new TextValue(label));
    row.addAll(answers.fields().values());
    rows.add(row);
  }

  /** An expression on one line, without the script's layout. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        space = line.length() > 0;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.toString();
  }
}
