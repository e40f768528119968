package org.tidemark.api.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.api.Library;
import org.tidemark.api.TideException;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.model.ObservedInput;
import org.tidemark.model.PredictionRun;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Spelling;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.tables.CsvCell;

/**
 * Reads tables of observations for a program: a line for each, under the header {@code
 * observable,date,value,unit,source}. What is wrong is collected, with its line, until all is read.
 */
public final class ObservationTable {
  private static final String FORM = "E0836";

  /** Names told to whoever names one that is not known. */
  private static final int NAMES_TOLD = 5;

  private static final String UNKNOWN = "E0837";
  private static final String UNFIT = "E0838";
  private static final String TWICE = "E0839";

  private static final List<String> COLUMNS =
      List.of("observable", "date", "value", "unit", "source");

  /** More mistakes than these, and the table is another one than was meant. */
  private static final int MOST_PROBLEMS = 50;

  /** What the spelling of a unit has besides letters and digits. */
  private static final String IN_UNITS = "%/^*()·-_$ ";

  private final PredictionRun run;
  private final UnitReader units;
  private final Set<String> elsewhere;
  private final Map<List<Object>, Observation> found = new LinkedHashMap<>();
  private final Set<Diagnostic> problems = new LinkedHashSet<>();

  private SourceText source;
  private boolean library;
  private long line;

  /**
   * Tables for a program.
   *
   * @param run its predictions, with the inputs that are observed
   * @param units the units that it knows
   * @param elsewhere observables of other programs, which are not asked for here and no mistake
   */
  public ObservationTable(PredictionRun run, UnitTable units, Set<String> elsewhere) {
    this.run = run;
    this.units = new UnitReader(units);
    this.elsewhere = Set.copyOf(elsewhere);
  }

  /** The names by which tables may call an input. */
  public static Set<String> names(PredictionRun run) {
    Set<String> names = new LinkedHashSet<>();
    for (ObservedInput input : run.inputs()) {
      names.add(input.name());
      if (!input.module().isEmpty()) {
        names.add(qualified(input));
      }
    }
    return names;
  }

  private static String qualified(ObservedInput input) {
    return input.module() + "." + input.name();
  }

  /** What is wrong with what was read, in the order of the lines. */
  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** What was observed, in the order of the dates. */
  public List<Observation> observations() {
    List<Observation> all = new ArrayList<>(found.values());
    all.sort(Comparator.comparingDouble(Observation::date));
    return all;
  }

  /**
   * Reads the library's own table; of observables that nothing asks for here it takes none.
   *
   * @throws TideException one that {@link TideException#isStopped} where somebody asked to stop
   */
  public void readLibrary(String name, String text) {
    library = true;
    read(new SourceText(name, text));
  }

  /**
   * Reads a table.
   *
   * @throws TideException one that {@link TideException#isStopped} where somebody asked to stop
   */
  public void read(String name, String text) {
    library = false;
    read(new SourceText(name, text));
  }

  private void read(SourceText table) {
    source = table;
    line = 1;
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .build()
            .parse(new StringReader(table.text()))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext() || !isHeader(records.next())) {
        problem(FORM, table.name() + " does not begin with the names of its columns")
            .help("its first line is " + String.join(",", COLUMNS))
            .add();
        return;
      }
      line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext() && problems.size() < MOST_PROBLEMS) {
        CSVRecord cells = records.next();
        if (!isBlank(cells)) {
          row(cells);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
      problem(FORM, "the quotes of " + table.name() + " do not match near line " + line)
          .help("a cell that holds a comma or a quote stands between quotes, \"3,5\"")
          .help("a quote inside such a cell is doubled: \"\"")
          .add();
    }
  }

  private static boolean isHeader(CSVRecord header) {
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(name.strip()));
    return names.equals(COLUMNS);
  }

  private static boolean isBlank(CSVRecord cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  // ---- a line

  private void row(CSVRecord cells) {
    if (cells.size() != COLUMNS.size()) {
      problem(FORM, "this line has " + cells.size() + " cells, and the first names 5")
          .help("its cells are " + String.join(", ", COLUMNS))
          .help("a cell that holds a comma stands between quotes, \"3,5\"")
          .add();
      return;
    }
    Optional<ObservedInput> input = input(cells.get(0).strip());
    OptionalDouble date = CalendarDate.parse(cells.get(1).strip());
    if (date.isEmpty()) {
      problem(FORM, quoted(cells.get(1)) + " is no date")
          .help("write 2026, 2026-03 or 2026-03-31")
          .add();
    }
    if (cells.get(4).isBlank()) {
      problem(FORM, "what is observed here has no source").help("say where it is from").add();
    }
    if (input.isEmpty()) {
      return;
    }
    Value value = value(input.get(), cells.get(2).strip(), cells.get(3).strip());
    if (value == null || date.isEmpty()) {
      return;
    }
    Observation observation =
        new Observation(
            input.get(),
            date.getAsDouble(),
            value,
            cells.get(4).strip().replaceAll("\\s+", " "),
            source.name(),
            (int) line);
    Optional<Diagnostic> refused = refusal(input.get(), value);
    if (refused.isPresent()) {
      problem(UNFIT, refused.get().message())
          .help("correct the value or its unit")
          .help(input.get().name() + " is " + input.get().measured())
          .add();
      return;
    }
    keep(observation);
  }

  private Optional<Diagnostic> refusal(ObservedInput input, Value value) {
    try {
      return run.observed(Map.of(input, value)).refusal(input);
    } catch (EvaluationFailure stopped) {
      throw TideException.of(stopped);
    }
  }

  private void keep(Observation observation) {
    Observation before =
        found.putIfAbsent(List.of(observation.input(), observation.date()), observation);
    if (before == null) {
      return;
    }
    problem(
            TWICE,
            observation.input().name()
                + " has two values for "
                + CalendarDate.text(observation.date())
                + ", here and in line "
                + before.line()
                + " of "
                + before.file())
        .help("keep one of them, or give each its day")
        .add();
  }

  private Optional<ObservedInput> input(String name) {
    List<ObservedInput> fitting = new ArrayList<>();
    for (ObservedInput input : run.inputs()) {
      boolean reachable = !library || Library.isName(input.module());
      if (reachable && (input.name().equals(name) || qualified(input).equals(name))) {
        fitting.add(input);
      }
    }
    if (fitting.size() == 1) {
      return Optional.of(fitting.get(0));
    }
    if (fitting.size() > 1) {
      problem(UNKNOWN, name + " is observed in more than one module")
          .help(
              "write "
                  + String.join(" or ", fitting.stream().map(ObservationTable::qualified).toList()))
          .add();
    } else if (!library && !elsewhere.contains(name)) {
      Problem problem = problem(UNKNOWN, "nothing that is asked for observes " + quoted(name));
      List<String> near = Spelling.closest(name, names(run), 1);
      if (near.isEmpty()) {
        List<String> known = names(run).stream().sorted().limit(NAMES_TOLD).toList();
        if (!known.isEmpty()) {
          problem.help("observed are such as " + String.join(", ", known));
        }
        problem.help("declare it: param " + "x = missing @observed(\"how it is measured\")");
      } else {
        problem.help("did you mean " + near.get(0) + "?");
      }
      problem.add();
    }
    return Optional.empty();
  }

  private Value value(ObservedInput input, String cell, String unit) {
    Type type = input.type();
    if (!(type instanceof QuantityType wanted)) {
      if (!unit.isEmpty()) {
        problem(UNFIT, input.name() + " has no unit, and this one is in " + quoted(unit))
            .help("leave the unit empty")
            .add();
        return null;
      }
      Value value = cell.isEmpty() ? null : CsvCell.value(cell, type);
      if (value == null) {
        problem(FORM, quoted(cell) + " is not " + CsvCell.expected(type))
            .help("write " + (type == BasicType.DATE ? "2026-03" : "true or false"))
            .add();
      }
      return value;
    }
    Optional<UnitExpression> read = unit(unit);
    Value value = CsvCell.value(cell, QuantityType.of(read.orElse(UnitExpression.NONE)));
    if (value == null) {
      problem(FORM, quoted(cell) + " is no number")
          .help("write it with a decimal point and without a unit: 12.5")
          .add();
    }
    if (read.isEmpty()) {
      problem(UNFIT, "there is no unit " + quoted(unit))
          .help("write one of " + wanted.describe() + ", such as " + shown(wanted))
          .add();
      return null;
    }
    if (!read.get().dimension().equals(wanted.dimension())) {
      problem(
              UNFIT,
              input.name()
                  + " is "
                  + wanted.describe()
                  + ", and this is "
                  + QuantityType.of(read.get()).describe())
          .help("write it in " + shown(wanted))
          .add();
      return null;
    }
    return value;
  }

  private static String shown(QuantityType wanted) {
    return wanted.isPure() ? "% or no unit" : wanted.unit().text();
  }

  private Optional<UnitExpression> unit(String text) {
    if (text.isEmpty()) {
      return Optional.of(UnitExpression.NONE);
    }
    if (!text.chars().allMatch(c -> Character.isLetterOrDigit(c) || IN_UNITS.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    // as the type of a definition, where %, / and ^ are read as in a script
    return TideParser.parse(new SourceText("a unit", "x: " + text + " = 0"))
        .script()
        .statements()
        .stream()
        .filter(Definition.class::isInstance)
        .findFirst()
        .flatMap(statement -> ((Definition) statement).type())
        .flatMap(units::unit);
  }

  private static String quoted(String cell) {
    String text = cell.strip().replace('\n', ' ').replace('\r', ' ');
    return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
  }

  // ---- what is wrong

  private Problem problem(String code, String message) {
    int start = source.lineStart((int) Math.min(line, source.lineCount()));
    int end = start;
    while (end < source.text().length() && "\r\n".indexOf(source.text().charAt(end)) < 0) {
      end++;
    }
    return new Problem(Diagnostic.error(code, message, source, new Span(start, end)));
  }

  private final class Problem {
    private Diagnostic diagnostic;

    Problem(Diagnostic diagnostic) {
      this.diagnostic = diagnostic;
    }

    Problem help(String way) {
      diagnostic = diagnostic.withHelp(way);
      return this;
    }

    void add() {
      problems.add(diagnostic);
    }
  }
}
