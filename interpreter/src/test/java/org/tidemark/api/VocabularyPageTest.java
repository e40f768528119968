package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.check.Vocabulary;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Accept;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.spi.value.ValueText;

/**
 * The page {@code docs/vocabulary.md} says what the registry says; {@code -Dtide.golden=overwrite}
 * writes it.
 */
class VocabularyPageTest {
  private static final Path PAGE = Path.of("..", "docs", "vocabulary.md");

  /** Functions that scripts write between their arguments. */
  private static final Set<String> OPERATORS = Set.of("to", "+-");

  private final Vocabulary vocabulary = Vocabulary.load(getClass().getClassLoader());
  private final StringBuilder page = new StringBuilder();

  @Test
  void pageSaysWhatTheRegistrySays() throws IOException {
    String written = write();
    if ("overwrite".equals(System.getProperty("tide.golden"))) {
      Files.writeString(PAGE, written);
    }
    assertEquals(Files.readString(PAGE), written);
  }

  private String write() {
    line("# The vocabulary");
    line(
        "All that the built-in plugins add to the language. A test writes this page from the"
            + " registry, so it is never behind; its examples are run. `./tide doc NAME` shows a"
            + " single entry. What a solution or a curve has for members is in"
            + " [the language](language.md#7-an-industry).");
    line("[Kinds](#kinds), [functions](#functions), [constants](#constants), [units](#units)");
    line("## Kinds");
    vocabulary.kinds().forEach(this::kind);
    functions();
    constants();
    units();
    return page.toString();
  }

  // ---- kinds

  private void kind(Kind kind) {
    line("### " + kind.name());
    line(kind.doc().strip());
    line("Written `" + usage(kind) + "`.");
    if (!kind.fields().isEmpty()) {
      row("Field", "Takes", "Without it", "Meaning");
      row("---", "---", "---", "---");
      for (FieldSpec field : kind.fields()) {
        row(
            "`" + field.name() + "`",
            takes(field.accept()),
            field.required() ? "an error" : field.fallback().orElse(""),
            field.doc());
      }
      page.append('\n');
    }
    kind.example().ifPresent(this::example);
  }

  private static String usage(Kind kind) {
    Kind.Header header = kind.header();
    StringBuilder text = new StringBuilder(kind.name()).append(" name");
    header.title().ifPresent(title -> text.append(" \"").append(title).append('"'));
    text.append(header.repeatable() ? "[n]" : "");
    text.append(header.target() ? " on path" : "");
    text.append(header.comparison() ? " when a <= b" : "");
    header.value().ifPresent(value -> text.append(" = ").append(value));
    return text.append(header.body() ? " { … }" : "").toString();
  }

  // ---- functions

  private void functions() {
    line("## Functions");
    line(
        "A `?` marks what may be left out, `…` what may be given any number of times. The first"
            + " argument may come through a pipe: `xs |> map(f)`.");
    List<FunctionSpec> all = new ArrayList<>(vocabulary.functions());
    all.sort(Comparator.comparing(FunctionSpec::name));
    StringBuilder names = new StringBuilder();
    for (FunctionSpec function : all) {
      names.append(names.length() == 0 ? "" : " ").append('`').append(function.name()).append('`');
    }
    line(names.toString());
    all.forEach(this::function);
  }

  private void function(FunctionSpec function) {
    line("### " + function.name());
    line("`" + usage(function) + "`");
    line(function.doc().strip());
    for (ParameterSpec parameter : function.parameters()) {
      page.append("- `").append(parameter.name()).append("`: ").append(parameter.doc());
      String takes = takes(parameter.accept());
      if (!takes.isEmpty() && !parameter.doc().equals(takes)) {
        page.append(" — ").append(takes);
      }
      parameter.fallback().ifPresent(f -> page.append("; without it: ").append(f));
      page.append('\n');
    }
    if (!function.parameters().isEmpty()) {
      page.append('\n');
    }
    StringBuilder shows = new StringBuilder();
    function.examples().forEach(example -> shows.append("show ").append(example).append('\n'));
    if (shows.length() > 0) {
      example(shows.toString());
    }
  }

  private static String usage(FunctionSpec function) {
    if (!OPERATORS.contains(function.name())) {
      return function.signature();
    }
    List<ParameterSpec> sides = function.parameters();
    return sides.get(0).name() + " " + function.name() + " " + sides.get(1).name();
  }

  private static String takes(Accept accept) {
    return accept == Accept.ANYTHING ? "" : accept.words();
  }

  // ---- constants and units

  private void constants() {
    line("## Constants");
    row("Name", "Value", "Meaning");
    row("---", "---", "---");
    for (Constant constant : vocabulary.constants()) {
      row("`" + constant.name() + "`", ValueText.of(constant.value()), constant.doc());
    }
    page.append('\n');
  }

  private void units() {
    line("## Units");
    UnitTable table = UnitTable.standard();
    Map<String, List<Unit>> byDimension = new LinkedHashMap<>();
    for (String name : table.names()) {
      Unit unit = table.find(name).orElseThrow();
      byDimension.computeIfAbsent(unit.dimension().describe(), key -> new ArrayList<>()).add(unit);
    }
    row("Measures", "Unit", "Meaning");
    row("---", "---", "---");
    byDimension.forEach(
        (dimension, units) -> {
          String measured = dimension;
          for (Unit unit : units) {
            row(measured, "`" + unit.symbol() + "`", unit.doc());
            measured = "";
          }
        });
  }

  // ---- Markdown

  private void line(String text) {
    page.append(text).append("\n\n");
  }

  private void row(String... cells) {
    page.append('|');
    for (String cell : cells) {
      page.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    page.append('\n');
  }

  private void example(String script) {
    line("```tide\n" + script.strip() + "\n```");
  }
}
