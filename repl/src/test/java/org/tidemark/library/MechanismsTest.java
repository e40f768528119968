package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.check.Annotations;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.library.LibrarySource.Model;
import org.tidemark.support.MarkdownBlocks;

/** The mechanisms of the essays, 001 to 105, as the library has them. */
class MechanismsTest {
  private static final int MECHANISMS = 105;

  private final LibrarySource library = LibrarySource.read();

  /** The models with a number, by it. */
  private Map<String, List<Model>> numbered() {
    Map<String, List<Model>> numbered = new TreeMap<>();
    for (Model model : library.models()) {
      for (String name : Annotations.index(model.declaration().annotations())) {
        if (name.chars().allMatch(Character::isDigit)) {
          numbered.computeIfAbsent(name, key -> new ArrayList<>()).add(model);
        }
      }
    }
    return numbered;
  }

  @Test
  void everyMechanismIsOneModel() {
    Map<String, List<Model>> numbered = numbered();
    List<String> wrong = new ArrayList<>();
    for (String number : numbers()) {
      List<Model> models = numbered.getOrDefault(number, List.of());
      if (models.size() != 1) {
        wrong.add(number + " is " + models.stream().map(Model::name).toList());
      }
    }
    TreeSet<String> others = new TreeSet<>(numbered.keySet());
    others.removeAll(numbers());
    others.forEach(number -> wrong.add(number + " is no mechanism"));
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyMechanismNamesItsSource() {
    assertNone(
        (number, model) ->
            documentation(model).lines().anyMatch(line -> line.startsWith("Source: "))
                ? List.of()
                : List.of("no line begins with Source:"));
  }

  @Test
  void everyMechanismHasItsWorkedNumberAsAnExample() {
    assertNone(
        (number, model) ->
            MarkdownBlocks.of(documentation(model)).stream()
                    .filter(block -> block.info().equals("tide"))
                    .anyMatch(block -> block.text().contains("test \"" + number + " worked number"))
                ? List.of()
                : List.of("no example has a test of the worked number"));
  }

  @Test
  void everyMechanismHasTestsOfItsBoundsAndOfAProperty() {
    assertNone(
        (number, model) -> {
          List<String> titles = LibrarySource.tests(model.module());
          List<String> missing = new ArrayList<>();
          for (String about : List.of("bounds", "property")) {
            if (titles.stream().noneMatch(title -> title.startsWith(number + " " + about))) {
              missing.add("no test of its " + about);
            }
          }
          return missing;
        });
  }

  @Test
  void everyInputOfAMechanismSaysWhereItIsFrom() {
    assertNone(
        (number, model) ->
            library.inputs(model).values().stream()
                .filter(input -> !library.saysWhereFrom(model, input))
                .map(input -> input.name().name() + " says not where it is from")
                .toList());
  }

  @Test
  void everyInputOfAMechanismIsDocumented() {
    assertNone(
        (number, model) ->
            library.inputs(model).values().stream()
                .filter(input -> input.doc().isEmpty())
                .map(input -> input.name().name() + " is not documented")
                .toList());
  }

  // ---- helpers

  private interface Check {
    List<String> problems(String number, Model model);
  }

  private void assertNone(Check check) {
    List<String> all = new ArrayList<>();
    numbered()
        .forEach(
            (number, models) -> {
              for (Model model : models) {
                for (String problem : check.problems(number, model)) {
                  all.add(number + " " + model.name() + ": " + problem);
                }
              }
            });
    assertEquals("", String.join("\n", all));
  }

  private static String documentation(Model model) {
    return model.declaration().doc().map(DocComment::text).orElse("");
  }

  private static List<String> numbers() {
    return IntStream.rangeClosed(1, MECHANISMS)
        .mapToObj(number -> String.format(java.util.Locale.ROOT, "%03d", number))
        .toList();
  }
}
