package org.tidemark.api;

/** One line about each reserved word and each declaration that the language itself knows. */
final class Keywords {
  private Keywords() {}

  /** The line; null where the word is none of them. */
  static String describe(String word) {
    return switch (word) {
      case "param" ->
          "`param name = value` defines an input, meant to be set from outside:"
              + " `tide run m.tide --set name='3 %/year'`.";
      case "model" ->
          "`model Name { … }` declares a model inside a script; `model B extends A { … }`"
              + " takes over its definitions and may add some.";
      case "test" ->
          "`test \"title\" { assert … }` checks something whenever the script is run or"
              + " tested.";
      case "if", "then", "else" -> "`if condition then a else b` is one of two values.";
      case "with" ->
          "`model with { a = …, b.c = … }` is an amended copy; what depends on the changed"
              + " definitions follows.";
      case "this" -> "The innermost model around, else the script.";
      case "as" -> "`value as unit` shows a quantity in another unit of its dimension.";
      case "to" ->
          "`5 to 10` is an uncertain value: lognormal, with 90 % of its probability between"
              + " the ends.";
      case "by" -> "`1..10 by 2` is a sequence with a step.";
      case "in" -> "In a comprehension, what it goes through; behind a value, its bounds.";
      case "for" -> "`[f(x) for x in xs if x > 0]` is a list made from another.";
      case "within" -> "`a ≈ b within 1 %` says how close two values are to be.";
      case "show" -> "`show a, label: b` prints results.";
      case "assert" ->
          "`assert condition, \"message\"` fails the run where the condition does not" + " hold.";
      case "import" ->
          "`import std.endogenous` binds a module of the library; `import \"./mine.tide\""
              + " as mine` a file.";
      case "correlate" ->
          "`correlate a, b = 0.6` gives uncertain inputs a rank correlation (Spearman's); the"
              + " distribution of each stays as it is.";
      case "fn" -> "`fn name(a: unit, b) -> unit = expression` declares a function.";
      case "let" -> "`let name = value` names a helper inside a body.";
      case "unit" -> "`unit wafer` declares a base unit, `unit lot = 25 wafer` a derived one.";
      case "exchange" -> "`exchange EUR = 1.08 USD` makes the two currencies one dimension.";
      case "when" -> "`crossing parity when hbm <= 5 USD/GB` says what is crossed.";
      case "and", "or", "not" ->
          "Logic on true and false; `and` and `or` stop at the first side that" + " decides.";
      case "true", "false" -> "A truth value.";
      case "plot" ->
          "`plot f(x), g(x) over x in 1 .. 10` draws functions, curves, tables, lists, records and"
              + " uncertain values; `@title(\"…\")`, `@log(\"x\")` and the like say how it is to"
              + " look.";
      case "export" ->
          "`export \"runs.csv\" = table` writes a file beside the script when it is run: a table as"
              + " .csv, any value as .json, `plot …` as .svg or .png.";
      default -> null;
    };
  }
}
