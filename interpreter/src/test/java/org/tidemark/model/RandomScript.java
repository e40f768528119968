package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random scripts of numeric functions, right in their dimensions, of all that a kernel knows: the
 * last statement of each probes some lambdas.
 */
final class RandomScript {
  private enum Sort {
    PURE,
    MONEY,
    AMOUNT,
    PRICE,
    DATE,
    TRUTH
  }

  private static final String BEGINNING =
      """
        a = 2.5
        zero = 0
        b: % = 12
        price = 3 USD/GB
        budget: kUSD = 4
        cheap = price / 1000
        start = date(2024)
        flag = true
        xs = [1, 2.5, -3, 1e-3]
        costs = [3 USD, 0 USD, 1.25 kUSD]
        model market { param width = 1.5; depth = width * 2; fn scaled(x) = x * depth }
        wide = market with { width = 7 }
        """;

  private record Function(String name, List<Sort> parameters, Sort result) {}

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();
  private final List<Function> functions = new ArrayList<>();
  private final List<List<String>> locals = new ArrayList<>();
  private int names;

  RandomScript(long seed) {
    this.random = new SplittableRandom(seed);
    for (Sort sort : Sort.values()) {
      locals.add(new ArrayList<>());
    }
  }

  String write(int functionCount, int lambdas) {
    text.append(BEGINNING);
    for (int i = 0; i < functionCount; i++) {
      function();
    }
    text.append("show probe(");
    for (int i = 0; i < lambdas; i++) {
      text.append(i == 0 ? "" : ",\n  ").append("(p, m, g, s, d, c) => ");
      parameters();
      text.append(expression(random.nextInt(8) == 0 ? Sort.TRUTH : any(), 5));
    }
    return text.append(")\n").toString();
  }

  /** A script of functions and definitions {@code d0}, {@code d1} and so on that read others. */
  String writeDefinitions(int functionCount, int definitions) {
    text.append(BEGINNING);
    for (int i = 0; i < functionCount; i++) {
      function();
    }
    parameters();
    locals.forEach(list -> list.removeIf(n -> List.of("p", "m", "g", "s", "d", "c").contains(n)));
    for (int i = 0; i < definitions; i++) {
      Sort sort = random.nextInt(8) == 0 ? Sort.TRUTH : any();
      String bounds = sort == Sort.PURE && random.nextInt(4) == 0 ? " in -1e6..1e6" : "";
      text.append("d" + i + (random.nextInt(3) == 0 ? type(sort) : "") + " = ")
          .append(expression(sort, 3))
          .append(bounds)
          .append('\n');
      locals.get(sort.ordinal()).add("d" + i);
      locals.get(sort.ordinal()).add("d" + i);
    }
    return text.toString();
  }

  private void parameters() {
    locals.forEach(List::clear);
    locals.get(Sort.PURE.ordinal()).addAll(List.of("p", "p", "s", "a", "b", "zero", "wide.depth"));
    locals.get(Sort.MONEY.ordinal()).addAll(List.of("m", "m", "budget"));
    locals.get(Sort.AMOUNT.ordinal()).add("g");
    locals.get(Sort.PRICE.ordinal()).addAll(List.of("price", "cheap"));
    locals.get(Sort.DATE.ordinal()).addAll(List.of("d", "start"));
    locals.get(Sort.TRUTH.ordinal()).addAll(List.of("c", "flag"));
  }

  private void function() {
    String name = "f" + functions.size();
    parameters();
    locals.forEach(list -> list.removeIf(n -> List.of("p", "m", "g", "s", "d", "c").contains(n)));
    List<Sort> sorts = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      Sort sort = any();
      sorts.add(sort);
      String parameter = "x" + i;
      head.append(i == 0 ? "" : ", ")
          .append(parameter)
          .append(random.nextBoolean() ? type(sort) : "");
      locals.get(sort.ordinal()).add(parameter);
      locals.get(sort.ordinal()).add(parameter);
    }
    Sort result = random.nextInt(6) == 0 ? Sort.TRUTH : any();
    text.append("fn ").append(name).append('(').append(head).append(')');
    text.append(random.nextInt(3) == 0 ? type(result).replace(":", " ->") : "");
    text.append(" = ").append(expression(result, 4)).append('\n');
    functions.add(new Function(name, sorts, result));
  }

  private static String type(Sort sort) {
    return switch (sort) {
      case PURE -> "";
      case MONEY -> ": USD";
      case AMOUNT -> ": EB";
      case PRICE -> ": USD/GB";
      case DATE -> ": date";
      case TRUTH -> ": bool";
    };
  }

  private Sort any() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> Sort.PURE;
      case 4, 5 -> Sort.MONEY;
      case 6 -> Sort.AMOUNT;
      case 7 -> Sort.PRICE;
      default -> Sort.DATE;
    };
  }

  private String pick(String... ways) {
    return ways[random.nextInt(ways.length)];
  }

  private String expression(Sort sort, int depth) {
    if (depth == 0 || random.nextInt(7) == 0) {
      return leaf(sort);
    }
    int d = depth - 1;
    switch (random.nextInt(12)) {
      case 0 -> {
        return "(if "
            + expression(Sort.TRUTH, d)
            + " then "
            + expression(sort, d)
            + " else "
            + (sort.ordinal() < 4 && random.nextInt(4) == 0 ? "0" : expression(sort, d))
            + ")";
      }
      case 1 -> {
        return block(sort, d);
      }
      case 2 -> {
        String called = call(sort, d);
        if (called != null) {
          return called;
        }
      }
      case 3 -> {
        String name = "y" + names++;
        Sort of = any();
        String argument = expression(of, d);
        locals.get(of.ordinal()).add(name);
        String body = expression(sort, d);
        locals.get(of.ordinal()).remove(name);
        return "(" + argument + " |> (" + name + " => " + body + "))";
      }
      default -> {
        break;
      }
    }
    return switch (sort) {
      case PURE -> pure(d);
      case MONEY -> money(d);
      case AMOUNT -> amount(d);
      case PRICE -> price(d);
      case DATE -> date(d);
      case TRUTH -> truth(d);
    };
  }

  private String block(Sort sort, int d) {
    String name = "z" + names++;
    Sort of = random.nextInt(5) == 0 ? Sort.TRUTH : any();
    String value = expression(of, d);
    locals.get(of.ordinal()).add(name);
    locals.get(of.ordinal()).add(name);
    String result = expression(sort, d);
    locals.get(of.ordinal()).remove(name);
    locals.get(of.ordinal()).remove(name);
    return "{ " + name + " = " + value + "; " + result + " }";
  }

  private String call(Sort sort, int d) {
    List<Function> fitting = functions.stream().filter(f -> f.result() == sort).toList();
    if (fitting.isEmpty()) {
      return sort == Sort.PURE
          ? pick("market", "wide") + ".scaled(" + expression(sort, d) + ")"
          : null;
    }
    Function function = fitting.get(random.nextInt(fitting.size()));
    StringBuilder call = new StringBuilder(function.name()).append('(');
    for (int i = 0; i < function.parameters().size(); i++) {
      call.append(i == 0 ? "" : ", ")
          .append(expression(function.parameters().get(i), d - 1 < 0 ? 0 : d - 1));
    }
    return call.append(')').toString();
  }

  private String leaf(Sort sort) {
    List<String> known = locals.get(sort.ordinal());
    if (random.nextInt(3) > 0 && !known.isEmpty()) {
      return known.get(random.nextInt(known.size()));
    }
    String number = pick("0", "1", "2", "3.5", "0.1", "1e-3", "7e5", "12");
    return switch (sort) {
      case PURE -> pick(number, number, "5 %", "pi", "1e200", "xs[1]");
      case MONEY -> pick(number + " USD", number + " kUSD", "costs[2]", "2.5 MUSD");
      case AMOUNT -> pick(number + " GB", number + " EB", "1.5 MB");
      case PRICE -> pick("(" + number + " USD/GB)", "(" + number + " kUSD / (3 EB))");
      case DATE -> pick("date(2024)", "date(2031, 6)", "start");
      case TRUTH -> pick("true", "false", "flag");
    };
  }

  private String two(Sort sort, String operator, int d) {
    return "(" + expression(sort, d) + " " + operator + " " + expression(sort, d) + ")";
  }

  private String quotient(Sort over, Sort under, int d) {
    return "(" + expression(over, d) + " / " + expression(under, d) + ")";
  }

  private String alike(Sort sort, int d) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> two(sort, "+", d);
      case 2, 3 -> two(sort, "-", d);
      case 4 -> "(-" + expression(sort, d) + ")";
      case 5 -> pick("min", "max") + "(" + expression(sort, d) + ", " + expression(sort, d) + ")";
      case 6 -> "max(0, " + expression(sort, d) + ")";
      case 7 -> "abs(" + expression(sort, d) + ")";
      default -> "sum([" + expression(sort, d) + ", " + expression(sort, d) + "])";
    };
  }

  private String pure(int d) {
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3 -> alike(Sort.PURE, d);
      case 4, 5 -> two(Sort.PURE, "*", d);
      case 6 -> two(Sort.PURE, "/", d);
      case 7 ->
          "(" + expression(Sort.PURE, d) + "^" + pick("2", "3", "0.5", "(-1)", "(1/3)", "0") + ")";
      case 8 -> "(" + expression(Sort.PURE, d) + "^" + "(" + leaf(Sort.PURE) + "))";
      case 9, 10 ->
          pick(
                  "exp",
                  "log",
                  "log10",
                  "log2",
                  "expm1",
                  "log1p",
                  "sin",
                  "cos",
                  "tan",
                  "atan",
                  "normal_cdf",
                  "elasticity",
                  "learning_rate",
                  "sqrt",
                  "sign",
                  "round",
                  "floor",
                  "ceil")
              + "("
              + expression(Sort.PURE, d)
              + ")";
      case 11 -> quotient(Sort.MONEY, Sort.MONEY, d);
      case 12 -> quotient(Sort.AMOUNT, Sort.AMOUNT, d);
      case 13 -> "mod(" + expression(Sort.PURE, d) + ", " + leaf(Sort.PURE) + ")";
      case 14 -> {
        String name = "e" + names++;
        locals.get(Sort.PURE.ordinal()).add(name);
        String element = expression(Sort.PURE, Math.min(d, 2));
        locals.get(Sort.PURE.ordinal()).remove(name);
        yield pick("sum", "max", "mean") + "([" + element + " for " + name + " in xs])";
      }
      case 15 ->
          "((" + expression(Sort.DATE, d) + " - " + expression(Sort.DATE, d) + ") / (1 year))";
      default ->
          "["
              + expression(Sort.PURE, d)
              + ", "
              + expression(Sort.PURE, d)
              + "]["
              + pick("0", "1", "-1")
              + "]";
    };
  }

  private String money(int d) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> alike(Sort.MONEY, d);
      case 3 -> "(" + expression(Sort.PURE, d) + " * " + expression(Sort.MONEY, d) + ")";
      case 4 -> quotient(Sort.MONEY, Sort.PURE, d);
      case 5, 6 -> "(" + expression(Sort.PRICE, d) + " * " + expression(Sort.AMOUNT, d) + ")";
      case 7 -> "sqrt(" + expression(Sort.MONEY, d) + "^2)";
      case 8 ->
          pick("round", "floor", "ceil")
              + "("
              + expression(Sort.MONEY, d)
              + ", to: "
              + pick("0.5 USD", "1 kUSD", "0.01 USD")
              + ")";
      default -> "(" + expression(Sort.MONEY, d) + " as " + pick("USD", "kUSD", "MUSD") + ")";
    };
  }

  private String amount(int d) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> alike(Sort.AMOUNT, d);
      case 2 -> "(" + expression(Sort.AMOUNT, d) + " * " + expression(Sort.PURE, d) + ")";
      case 3 -> quotient(Sort.MONEY, Sort.PRICE, d);
      case 4 -> "mod(" + expression(Sort.AMOUNT, d) + ", " + pick("3 GB", "1.5 MB", "2 EB") + ")";
      case 5 -> "(" + expression(Sort.PURE, d) + " EB * 1)".replace(" EB", " * 1 EB");
      default -> "(" + expression(Sort.AMOUNT, d) + "^2 / " + expression(Sort.AMOUNT, d) + ")";
    };
  }

  private String price(int d) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> alike(Sort.PRICE, d);
      case 2, 3 -> quotient(Sort.MONEY, Sort.AMOUNT, d);
      default -> "(" + expression(Sort.PRICE, d) + " * " + expression(Sort.PURE, d) + ")";
    };
  }

  private String date(int d) {
    return switch (random.nextInt(3)) {
      case 0 -> "(" + expression(Sort.DATE, d) + " + " + expression(Sort.PURE, d) + " * 1 year)";
      case 1 -> "(" + expression(Sort.DATE, d) + " - " + expression(Sort.PURE, d) + " * 1 month)";
      default -> leaf(Sort.DATE);
    };
  }

  private String truth(int d) {
    Sort sort = any();
    return switch (random.nextInt(8)) {
      case 0 -> "(" + expression(Sort.TRUTH, d) + " and " + expression(Sort.TRUTH, d) + ")";
      case 1 -> "(" + expression(Sort.TRUTH, d) + " or " + expression(Sort.TRUTH, d) + ")";
      case 2 -> "(not " + expression(Sort.TRUTH, d) + ")";
      case 3 ->
          "("
              + expression(Sort.PURE, d)
              + " ≈ "
              + expression(Sort.PURE, d)
              + pick("", " within 10 %", " within 0.5")
              + ")";
      default -> two(sort, pick("<", "<=", ">", ">=", "==", "!="), d);
    };
  }
}
