package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.quantity.Spelling;

/** What built-in functions are called elsewhere. */
final class ForeignNames {
  private static final Map<String, String> HERE =
      Map.ofEntries(
          Map.entry("ln", "log"),
          Map.entry("avg", "mean"),
          Map.entry("average", "mean"),
          Map.entry("len", "length"),
          Map.entry("size", "length"),
          Map.entry("maximum", "max"),
          Map.entry("minimum", "min"),
          Map.entry("std", "sd"),
          Map.entry("stdev", "sd"),
          Map.entry("var", "variance"),
          Map.entry("percentile", "quantile"),
          Map.entry("ceiling", "ceil"),
          Map.entry("reduce", "fold"),
          Map.entry("range", "sequence"),
          Map.entry("read_csv", "csv"));

  private ForeignNames() {}

  /** The built-in names near one that is not known. */
  static List<String> closest(String name, Vocabulary vocabulary) {
    String here = HERE.get(name.toLowerCase(Locale.ROOT));
    if (here != null && vocabulary.function(here).isPresent()) {
      return List.of(here);
    }
    List<String> names = new ArrayList<>();
    vocabulary.functions().forEach(function -> names.add(function.name()));
    vocabulary.constants().forEach(constant -> names.add(constant.name()));
    // words of the language that have a page of documentation
    names.removeAll(List.of("with", "to", "+-"));
    return Spelling.closest(name, names, 2);
  }
}
