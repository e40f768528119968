package org.tidemark.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tidemark.api.Tide;
import org.tidemark.check.Vocabulary;
import org.tidemark.spi.Accept;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.ParameterSpec;

/**
 * A script made up from choices. Names have their sort in them, {@code price3}, so that most of
 * what is made up fits together; now and then something does not.
 */
final class MadeUpScript {
  private static final int MOST_STATEMENTS = 24;
  private static final int DEEPEST = 5;
  private static final int NAMES = 4;

  private static final List<FunctionSpec> FUNCTIONS =
      List.copyOf(Vocabulary.load(Tide.class.getClassLoader()).functions());

  private static final List<String> NUMBERS =
      List.of(
          "1",
          "0",
          "2",
          "0.5",
          "3",
          "5 %",
          "10",
          "100",
          "0.1",
          "-1",
          "1e3",
          "7",
          "1e-9",
          "1e15",
          "1e300",
          "1e-300",
          "1.7976931348623157e308",
          "5e-324",
          "9007199254740993",
          "1_000_000",
          "0.30000000000000004",
          "-0",
          "200 %",
          "1e9");

  /** What most of the rest speaks of. */
  private static final String INDUSTRY =
      """
      fn apply(f, x) = f(x)
      fn twice(x) = x + x
      fn half(x: 1) -> 1 = x / 2
      model Model0 { param a = 1; b = 2 * a; firm inner { cost = 1 USD/GB } }
      curve curve0 = wright(cost: 12 USD/GB, at: 2 EB, elasticity: 0.23)
      crossing parity0 when curve0 <= 5 USD/GB
      firm firm0[3] { cost = 1 USD/GB; discount_rate = 5 %/year }
      market market0 {
        demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        firms = firm0
        remaining = 100 EB
      }
      nash0 = equilibrium(market0)
      coop0 = cooperative(market0)
      process process0 {
        state x = 1 %
        der x = 0.5 /year * x * (1 - x)
        start = date(2026); horizon = 5 year
      }
      data table0 = table(year: date, price: USD/GB, cumulative: GB) {
        2001, 9, 1; 2002, 7, 2; 2003, 5, 4; 2004, 4, 8
      }
      """;

  private final Choices choices;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> defined = new HashSet<>();
  private int depth;
  private int fresh;

  MadeUpScript(Choices choices) {
    this.choices = choices;
  }

  /** The script. */
  String text() {
    out.append("import std.endogenous as lib\n".substring(0, choices.once(8) ? 29 : 0));
    base();
    for (int i = 0; i < MOST_STATEMENTS && choices.more(); i++) {
      out.append(statement()).append('\n');
    }
    return out.toString();
  }

  /** Each name that an expression may hold. */
  private void base() {
    for (Sort sort : Sort.values()) {
      String name = name(sort, 0);
      boolean param = sort.isQuantity() && choices.once(3);
      out.append(param ? "param " : "").append(name);
      if (choices.once(4)) {
        out.append(": ").append(sort.type());
      }
      out.append(" = ").append(param && choices.once(2) ? uncertain(sort) : literal(sort));
      out.append('\n');
    }
    out.append(INDUSTRY);
  }

  private static String name(Sort sort, int number) {
    return sort.name().toLowerCase(Locale.ROOT) + number;
  }

  private Sort quantity() {
    return Sort.values()[choices.below(Sort.RATE.ordinal() + 1)];
  }

  private Sort sort() {
    return choices.of(List.of(Sort.values()));
  }

  // ---- statements

  private String statement() {
    return switch (choices.below(30)) {
      case 0 -> "show " + expression(sort());
      case 1, 2 -> definition();
      case 3 -> parameter();
      case 4 -> function();
      case 5 -> model();
      case 6 -> amended();
      case 7 -> curve();
      case 8 -> firm();
      case 9 -> market();
      case 10 -> solution();
      case 11 -> process();
      case 12 -> data();
      case 13, 14, 15, 16 -> "show " + call();
      case 17 -> study();
      case 18 -> equations();
      case 19 -> claim();
      case 20 -> prediction();
      case 21 -> "test \"t\" { assert " + expression(Sort.BOOL) + " }";
      case 22 -> "assert " + expression(Sort.BOOL) + ", " + expression(Sort.TEXT);
      case 23 -> plot();
      case 24 ->
          "export \"" + choices.of("a.csv", "b.json", "c.svg", "../d", "e.png") + "\" = " + shown();
      case 25 ->
          "unit lot" + choices.below(3) + choices.of("", " = 25 GB", " = 3 lot0", " = 1e200 USD");
      case 26 -> "multiplier m" + choices.below(3) + " on " + target() + " = " + spread();
      case 27 -> "correlate " + name(quantity(), 0) + ", " + name(quantity(), 0) + " = " + number();
      case 28 ->
          "//set " + choices.of(name(quantity(), 0), "firm0.cost", "Model0.a") + " = " + number();
      default -> "exchange EUR = " + positive() + " USD";
    };
  }

  private String parameter() {
    Sort sort = quantity();
    String name = name(sort, 1 + choices.below(NAMES - 1));
    defined.add(name);
    return "param " + name + " = " + (choices.once(2) ? uncertain(sort) : literal(sort));
  }

  private String definition() {
    Sort sort = sort();
    String name = name(sort, 1 + choices.below(NAMES - 1));
    String grade = choices.once(8) ? " @estimated(\"somebody\")" : "";
    String value = expression(sort);
    defined.add(name);
    return (choices.once(6) ? "/// Said of it.\n" : "")
        + name
        + (choices.once(4) ? ": " + sort.type() : "")
        + " = "
        + value
        + grade;
  }

  private String function() {
    Sort sort = quantity();
    String name = "fn" + choices.below(NAMES);
    String body = expression(sort);
    return switch (choices.below(4)) {
      case 0 -> "fn " + name + "(x) = x * " + body;
      case 1 -> "fn " + name + "(x: " + sort.type() + ") -> " + sort.type() + " = x + " + body;
      case 2 -> "fn " + name + "(n) = if n <= 0 then " + body + " else " + name + "(n - 1)";
      default -> "fn " + name + "(x, y) = { z = x + y; z * " + body + " }";
    };
  }

  private String model() {
    int number = 1 + choices.below(3);
    String head =
        "model Model" + number + (choices.once(3) ? " extends Model" + choices.below(3) : "");
    return head
        + " {\n  param a = "
        + number()
        + "\n  b = a * "
        + expression(Sort.NUMBER)
        + "\n  c = "
        + expression(sort())
        + (choices.once(3) ? "\n  firm inner { cost = " + expression(Sort.PRICE) + " }" : "")
        + "\n}\nshow Model"
        + number
        + ".b";
  }

  private String amended() {
    String whole =
        choices.of("this", "Model0", "Model1", "firm0", "market0", "Model0.inner", "lib");
    String path =
        choices.of("a", "price0", "number0", "cost", "firm0.cost", "demand", "rate0", "inner.cost");
    String name = "copy" + choices.below(3);
    return name
        + " = "
        + whole
        + " with { "
        + path
        + " = "
        + expression(quantity())
        + " }\nshow "
        + name
        + "."
        + choices.of("b", "price1", "number1", "cost", "nash0.time", "rate0");
  }

  private String curve() {
    int number = 1 + choices.below(2);
    String law =
        switch (choices.below(5)) {
          case 0 -> "wright(cost: 12 USD/GB, at: 2 GB, elasticity: 0.23)";
          case 1 ->
              "wright(cost: "
                  + expression(Sort.PRICE)
                  + ", at: "
                  + expression(Sort.DATA)
                  + ", learning_rate: "
                  + number()
                  + ")";
          case 2 -> "Q => 1 USD/GB + 60 USD/GB * (Q / (1 GB))^-" + number();
          case 3 ->
              "wright(cost: 12 USD/GB, at: 2 GB, as_of: date(2025), elasticity: " + number() + ")";
          default -> "Q => " + expression(Sort.PRICE);
        };
    return "curve curve"
        + number
        + " = "
        + law
        + "\ncrossing parity"
        + number
        + " when curve"
        + number
        + choices.of(" <= ", " >= ", " falls below ")
        + expression(Sort.PRICE)
        + "\nshow curve"
        + number
        + choices.of("(10 GB)", ".inverse(5 USD/GB)", ".learning_rate", "(0 GB)", "(1e300 GB)")
        + ", parity"
        + number
        + ".threshold";
  }

  private String firm() {
    String head =
        "firm firm"
            + (1 + choices.below(2))
            + choices.of(
                "",
                "[2]",
                "[5]",
                "[k in [1, 2]]",
                "[0]",
                "[-1]",
                "[1e9]",
                "[number0]",
                " extends firm0");
    StringBuilder body = new StringBuilder(" {");
    for (int i = choices.below(4); i > 0; i--) {
      body.append("\n  ")
          .append(
              switch (choices.below(5)) {
                case 0 -> "discount_rate = " + expression(Sort.RATE);
                case 1 -> "cost = " + (choices.once(3) ? "curve0" : expression(Sort.PRICE));
                case 2 -> "capacity = " + number() + " GB/year";
                case 3 -> "continuation_value = " + expression(Sort.MONEY);
                default -> "let h = " + expression(sort());
              });
    }
    return head + body + "\n}";
  }

  private String market() {
    int number = 1 + choices.below(2);
    String demand =
        choices.of(
            "linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))",
            "isoelastic(price: 10 USD/GB, quantity: 5 GB/year, elasticity: 2)",
            "q => 30 USD/GB - q * 1 USD*year/GB^2");
    if (choices.once(4)) {
      demand =
          "linear(choke: " + expression(Sort.PRICE) + ", slope: " + number() + " USD/GB/(GB/year))";
    }
    StringBuilder body = new StringBuilder("market market" + number + " {\n  demand = " + demand);
    body.append("\n  firms = ")
        .append(choices.of("firm0", "[firm0, firm1]", "[firm0, firm0]", "[]"));
    switch (choices.below(4)) {
      case 0 -> body.append("\n  remaining = ").append(expression(Sort.DATA));
      case 1 ->
          body.append(
              "\n  drives = curve0\n  produced = 2 GB\n  until = parity0\n  start = date(2024)");
      case 2 ->
          body.append("\n  drives = curve0\n  until = parity0\n  produced = ")
              .append(expression(Sort.DATA));
      default -> {}
    }
    return body.append("\n}").toString();
  }

  private String solution() {
    String name = choices.of("nash1", "coop1", "best1");
    String threshold =
        choices.once(4) ? ", threshold: \"" + choices.of("exact", "quasi-static", "x") + "\"" : "";
    return name
        + " = "
        + choices.of("equilibrium", "cooperative", "planner")
        + "(market"
        + choices.below(2)
        + threshold
        + ")\nshow "
        + name
        + choices.of(
            ".time",
            ".date",
            ".quantity",
            ".price(1 GB)",
            ".value",
            ".industry.profit",
            ".path",
            ".method",
            ".residual",
            ".firm(firm0).value",
            "")
        + (choices.once(3) ? ", value_loss(nash0, coop0)" : "");
  }

  private String target() {
    return choices.of("market0.demand", "price0", "curve0", "number1", "firm0.cost", "Model0.a");
  }

  private String process() {
    int number = 1 + choices.below(2);
    String p = "process0".replace('0', (char) ('0' + number));
    String law =
        switch (choices.below(5)) {
          case 0 -> "der x = -0.5 /year * x";
          case 1 -> "der x = " + expression(Sort.RATE) + " * (1 - x)";
          case 2 -> "next x = x * " + expression(Sort.NUMBER) + "\n  step = 1 month";
          case 3 -> "der x = x^2 * " + expression(Sort.RATE);
          default -> "der x = x(t - 1 year) * " + expression(Sort.RATE);
        };
    String event =
        switch (choices.below(4)) {
          case 0 -> "";
          case 1 -> "\n  when x >= " + number() + " { x = x / 2 }";
          case 2 ->
              "\n  when x falls below "
                  + number()
                  + " once { x = "
                  + expression(Sort.NUMBER)
                  + " }";
          default -> "\n  when x >= x { x = x + 1 }";
        };
    return "process "
        + p
        + " {\n  state x = "
        + number()
        + "\n  "
        + law
        + event
        + "\n  start = date(2026); horizon = "
        + choices.of("3", "30", "0", "1e9", "-1", "0.001")
        + " year\n}\nshow "
        + p
        + choices.of(
            ".x.final",
            ".x",
            ".x(date(2027))",
            ".events",
            ".x.max",
            ".x |> table(every: 1 year)",
            ".x.over(date(2026)..date(2028)).min",
            " |> table(every: 1 day)")
        + (choices.once(3)
            ? "\ncrossing tip"
                + number
                + " when "
                + p
                + ".x >= "
                + number()
                + "\nshow tip"
                + number
                + ".date"
            : "");
  }

  private String data() {
    StringBuilder rows = new StringBuilder();
    for (int i = choices.below(4); i >= 0; i--) {
      rows.append(choices.below(30) + 2000)
          .append(", ")
          .append(plain())
          .append(", ")
          .append(plain())
          .append("; ");
    }
    return "data table0 = table(year: date, price: USD/GB, cumulative: GB) { "
        + rows
        + "}\nshow "
        + choices.of(
            "table0",
            "table0 |> filter(row => row.price > price0)",
            "table0 |> sort(by: price)",
            "fit(table0, price ~ wright(cumulative))",
            "series(table0, year, price)",
            "series(table0, year, price, interpolate: \"log\")(date(2005))",
            "group(table0, year)",
            "table0[0].price",
            "length(table0)",
            "fit(table0, price ~ a * cumulative^b)",
            "join(table0, table0, on: year)",
            "forecast(table0, price ~ wright(cumulative))",
            "take(table0, number0)");
  }

  private String study() {
    String what = "{ a: " + expression(quantity()) + ", b: " + expression(quantity()) + " }";
    String one = expression(quantity());
    return "show "
        + switch (choices.below(12)) {
          case 0 ->
              "sample("
                  + what
                  + ", draws: "
                  + choices.of("10", "100", "0", "1e12", "-1")
                  + ", seed: 7)";
          case 1 ->
              "sample("
                  + what
                  + ", draws: 20).a"
                  + choices.of(".mean", ".sd", ".quantile(5 %)", ".histogram");
          case 2 -> "probability(" + expression(Sort.BOOL) + ")";
          case 3 -> "sweep(" + what + ", over: { number0: " + interval() + " })";
          case 4 -> "sensitivity(" + one + ")";
          case 5 -> "sobol(" + one + ", samples: " + choices.of("16", "100", "0", "1e9") + ")";
          case 6 -> "morris(" + one + ")";
          case 7 -> "tornado(" + one + ")";
          case 8 -> "calibrate({ number0: 0..10 }, match: [" + one + " ≈ " + one + " within 5 %])";
          case 9 -> "compare([this, this with { number0 = " + number() + " }], " + what + ")";
          case 10 -> "evidence(" + one + ")";
          default ->
              "sweep("
                  + what
                  + ", over: { number0: "
                  + interval()
                  + ", rate0: 1 %/year .. 3 %/year by 1 %/year })";
        };
  }

  private String equations() {
    String body = expression(Sort.NUMBER);
    return "show "
        + switch (choices.below(5)) {
          case 0 -> "solve({ p: 0..10 }, [p^2 == " + body + "])";
          case 1 ->
              "solve({ p: 0..10, q: 0..10 }, [p + q == " + number() + ", p * q == " + body + "])";
          case 2 -> "minimise({ p: -5..5 }, (p - " + body + ")^2)";
          case 3 -> "maximise({ p: 0..5, q: 0..5 }, p * q, subject: [p + q <= " + body + "])";
          default -> "minimise({ p: 0.." + number() + " }, p, subject: [p >= " + body + "])";
        };
  }

  private String claim() {
    return "claim claim"
        + choices.below(3)
        + " \"said\" { reported = "
        + choices.of(number(), interval())
        + "; computed = "
        + expression(Sort.NUMBER)
        + choices.of("", "; tolerance = " + number(), "; relative = " + number())
        + "; source = \"x\" }";
  }

  private String prediction() {
    return "prediction prediction"
        + choices.below(3)
        + " \"said\" { window = date(2028)..date(2030); event = "
        + choices.of("date(2029)", "never", "parity0.date", expression(Sort.DATE))
        + "; refuted = "
        + expression(Sort.BOOL)
        + "; credence = "
        + number()
        + " }";
  }

  private String plot() {
    return "plot "
        + switch (choices.below(6)) {
          case 0 -> "(" + expression(quantity()) + ") * x over x in " + interval();
          case 1 -> "curve0(Q) over Q in 1 GB .. 200 GB";
          case 2 -> expression(Sort.NUMBERS);
          case 3 -> "process0.x";
          case 4 -> shown();
          default -> "{ a: " + expression(Sort.NUMBER) + ", b: " + expression(Sort.NUMBER) + " }";
        };
  }

  private String shown() {
    return choices.of(
        "table0",
        "number0",
        "nash0",
        "[{ a: 1, b: price0 }] |> table()",
        "numbers0",
        "{ a: number0 }");
  }

  // ---- a call of any function there is

  private String call() {
    FunctionSpec function = choices.of(FUNCTIONS);
    List<String> arguments = new ArrayList<>();
    for (ParameterSpec parameter : function.parameters()) {
      if (parameter.required() || choices.once(3)) {
        String argument = argument(parameter);
        boolean named = !parameter.required() && !parameter.rest();
        arguments.add(named ? parameter.name() + ": " + argument : argument);
        for (int i = parameter.rest() ? choices.below(3) : 0; i > 0; i--) {
          arguments.add(argument(parameter));
        }
      }
    }
    return function.name() + "(" + String.join(", ", arguments) + ")";
  }

  private String argument(ParameterSpec parameter) {
    return switch (parameter.mode()) {
      case COLUMN -> choices.of("year", "price", "cumulative");
      case EXPRESSION -> expression(quantity());
      case SCHEMA -> "{ year: date, price: USD/GB }";
      case UNKNOWNS -> "{ p: 0..10, q: -1..1 }";
      case BOUND -> choices.of("p + q", "[p == q]", "[p^2 == 2]", "p * q - number0");
      case VARIED ->
          choices.of(
              "{ number0: 0..10 }", "{ number0: [1, 2] }", "{ rate0: 1 %/year .. 5 %/year }");
      case FORMULA ->
          choices.of(
              "price ~ wright(cumulative)", "price ~ a * cumulative^b", "price ~ logistic(year)");
      case VALUE -> value(parameter.accept());
    };
  }

  private String value(Accept accept) {
    if (!accept.choices().isEmpty() && !choices.once(6)) {
      return "\"" + choices.of(accept.choices()) + "\"";
    }
    if (accept == Accept.FUNCTION) {
      return lambda();
    }
    if (accept == Accept.TABLE) {
      return "table0";
    }
    if (accept == Accept.RECORD) {
      return "{ a: " + expression(Sort.NUMBER) + ", b: " + expression(sort()) + " }";
    }
    if (accept == Accept.INTERVAL) {
      return interval();
    }
    if (accept == Accept.LIST || accept == Accept.QUANTITIES) {
      return expression(Sort.NUMBERS);
    }
    if (accept == Accept.TEXT || accept == Accept.FILE) {
      return expression(Sort.TEXT);
    }
    if (accept == Accept.DATE) {
      return expression(Sort.DATE);
    }
    if (accept == Accept.BOOL) {
      return expression(Sort.BOOL);
    }
    if (accept == Accept.TIME) {
      return expression(Sort.TIME);
    }
    if (accept == Accept.RATE) {
      return expression(Sort.RATE);
    }
    return switch (choices.below(8)) {
      case 0, 1 -> expression(Sort.NUMBER);
      case 2 -> expression(quantity());
      case 3 -> lambda();
      case 4 ->
          choices.of(
              "table0", "nash0", "coop0", "market0", "curve0", "firm0", "process0.x", "this");
      case 5 -> expression(Sort.NUMBERS);
      case 6 -> "[[1, 2], [3, " + number() + "]]";
      default -> expression(sort());
    };
  }

  private String lambda() {
    return choices.of(
        "x => x^2",
        "x => x + 1",
        "twice",
        "half",
        "x => " + expression(Sort.NUMBER),
        "(a, b) => a + b",
        "exp");
  }

  // ---- expressions

  private String expression(Sort sort) {
    if (depth >= DEEPEST) {
      return leaf(sort);
    }
    depth++;
    try {
      if (choices.once(40)) {
        return expression(sort());
      }
      return switch (choices.below(6)) {
        case 0, 1 -> leaf(sort);
        case 2 ->
            "(if "
                + expression(Sort.BOOL)
                + " then "
                + expression(sort)
                + " else "
                + expression(sort)
                + ")";
        case 3 -> choices.once(5) ? anyway(sort) : composed(sort);
        default -> composed(sort);
      };
    } finally {
      depth--;
    }
  }

  /** Forms that every sort has. */
  private String anyway(Sort sort) {
    String inner = expression(sort);
    return switch (choices.below(6)) {
      case 0 -> "{ a: " + inner + ", b: 1 }.a";
      case 1 -> "[" + inner + "][" + number() + "]";
      case 2 -> "{ y" + ++fresh + " = " + inner + "; y" + fresh + " }";
      case 3 -> "apply(x => x, " + inner + ")";
      case 4 -> "[k for k in [" + inner + ", " + leaf(sort) + "]][0]";
      default -> "(" + inner + " |> (x => x))";
    };
  }

  private String leaf(Sort sort) {
    if (choices.once(3)) {
      return literal(sort);
    }
    String name = name(sort, choices.once(2) ? choices.below(NAMES) : 0);
    return defined.contains(name) || choices.once(50) ? name : name(sort, 0);
  }

  private String composed(Sort sort) {
    return switch (sort) {
      case NUMBER -> numeric();
      case DATE ->
          choices.of(
              "date(2024)",
              "(" + leaf(Sort.DATE) + " + " + expression(Sort.TIME) + ")",
              "date(" + choices.of("2024, 6", "\"2024-06-30\"", "2024, 13", "\"x\"", "1e9") + ")",
              "never",
              "max(" + leaf(Sort.DATE) + ", never)");
      case TEXT ->
          "\""
              + choices.of(
                  "a", "{" + expression(sort()) + "}", "é\\{", "\\\"", "<b>", "{number0}{text0}")
              + "\"";
      case BOOL -> logical();
      case NUMBERS -> listed();
      case PRICES ->
          choices.of(
              "[price0, price0]",
              "map(numbers0, x => x * " + leaf(Sort.PRICE) + ")",
              "sort(prices0)");
      default -> dimensioned(sort);
    };
  }

  private String numeric() {
    return switch (choices.below(9)) {
      case 0 ->
          "("
              + expression(Sort.NUMBER)
              + choices.of(" + ", " - ", " * ", " / ", "^")
              + expression(Sort.NUMBER)
              + ")";
      case 1 ->
          choices.of(
                  "exp",
                  "log",
                  "sqrt",
                  "abs",
                  "sin",
                  "floor",
                  "round",
                  "log10",
                  "lambertw",
                  "gamma",
                  "erf",
                  "atanh")
              + "("
              + expression(Sort.NUMBER)
              + ")";
      case 2 -> {
        Sort unit = quantity();
        yield "(" + expression(unit) + " / " + expression(unit) + ")";
      }
      case 3 ->
          choices.of("sum", "mean", "max", "min", "length", "gini", "median", "sd")
              + "("
              + expression(Sort.NUMBERS)
              + ")";
      case 4 ->
          "(" + expression(Sort.NUMBERS) + ")[" + choices.of("0", "1", "-1", "1e9", "0.5") + "]";
      case 5 ->
          choices.of("twice", "half", "twice", "half", "fn0", "fn1")
              + "("
              + expression(Sort.NUMBER)
              + ")";
      case 6 -> "(" + uncertain(Sort.NUMBER) + ")";
      case 7 -> "-" + expression(Sort.NUMBER);
      default ->
          choices.of(
              "fold(numbers0, 0, (a, b) => a + b)",
              "quantile(numbers0, 5 %)",
              "dot(numbers0, numbers0)",
              "evidence(number0).weakest");
    };
  }

  private String logical() {
    Sort sort = quantity();
    return switch (choices.below(6)) {
      case 0 ->
          "("
              + expression(sort)
              + choices.of(" < ", " <= ", " > ", " >= ", " == ", " != ")
              + expression(sort)
              + ")";
      case 1 -> "(not " + expression(Sort.BOOL) + ")";
      case 2 ->
          "(" + expression(Sort.BOOL) + choices.of(" and ", " or ") + expression(Sort.BOOL) + ")";
      case 3 ->
          "(" + expression(sort) + " ≈ " + expression(sort) + choices.of("", " within 5 %") + ")";
      case 4 ->
          "("
              + expression(Sort.DATE)
              + choices.of(" < ", " >= ", " == ")
              + expression(Sort.DATE)
              + ")";
      default -> "(" + expression(Sort.TEXT) + " == " + expression(Sort.TEXT) + ")";
    };
  }

  private String listed() {
    return switch (choices.below(7)) {
      case 0 -> "[" + expression(Sort.NUMBER) + ", " + expression(Sort.NUMBER) + "]";
      case 1 ->
          "[k * "
              + leaf(Sort.NUMBER)
              + " for k in "
              + choices.of("1..5", "numbers0", "0..0", "1..1e12")
              + "]";
      case 2 -> "map(" + expression(Sort.NUMBERS) + ", x => x + " + leaf(Sort.NUMBER) + ")";
      case 3 -> "filter(" + expression(Sort.NUMBERS) + ", x => x > " + leaf(Sort.NUMBER) + ")";
      case 4 ->
          choices.of("sort", "cumsum", "reverse", "unique") + "(" + expression(Sort.NUMBERS) + ")";
      case 5 ->
          "("
              + expression(Sort.NUMBERS)
              + choices.of(" + ", " * ", " - ", " / ")
              + expression(Sort.NUMBERS)
              + ")";
      default -> "[]";
    };
  }

  private String dimensioned(Sort sort) {
    return switch (choices.below(7)) {
      case 0 -> "(" + expression(sort) + choices.of(" + ", " - ") + expression(sort) + ")";
      case 1 -> "(" + expression(sort) + choices.of(" * ", " / ") + expression(Sort.NUMBER) + ")";
      case 2 ->
          choices.of("max", "min", "mean", "sum")
              + "(["
              + expression(sort)
              + ", "
              + expression(sort)
              + "])";
      case 3 -> "(" + expression(sort) + " as " + unit(sort) + ")";
      case 4 -> "(" + uncertain(sort) + ")";
      case 5 -> "abs(" + expression(sort) + ")";
      default ->
          switch (sort) {
            case PRICE -> "(" + leaf(Sort.MONEY) + " / " + expression(Sort.DATA) + ")";
            case MONEY -> "(" + leaf(Sort.PRICE) + " * " + expression(Sort.DATA) + ")";
            case TIME -> "(" + expression(Sort.DATE) + " - " + leaf(Sort.DATE) + ")";
            case RATE -> "(1 / " + expression(Sort.TIME) + ")";
            default -> "sqrt(" + leaf(sort) + "^2)";
          };
    };
  }

  private String unit(Sort sort) {
    return switch (sort) {
      case PRICE -> choices.of("USD/TB", "USD/GB", "kUSD/bit");
      case DATA -> choices.of("EB", "bit", "KiB");
      case MONEY -> choices.of("BUSD", "USD");
      case TIME -> choices.of("month", "s", "day");
      case RATE -> choices.of("%/year", "1/month");
      default -> choices.of("%", "1");
    };
  }

  private String interval() {
    return choices.of(
        "0..10",
        "2..5 by 1",
        number() + ".." + number(),
        "0..1",
        "10..0",
        "0..1e9 by 1",
        "0..1 by 0",
        number() + ".." + number() + " by " + number());
  }

  private String spread() {
    return choices.of("10 to 100", number() + " to " + number(), number(), "0.5 +- 0.1 in 0..1");
  }

  private String uncertain(Sort sort) {
    String suffix = sort.suffix();
    return switch (choices.below(8)) {
      case 0 -> "1" + suffix + " to 2" + suffix;
      case 1 -> positive() + suffix + " to " + positive() + suffix;
      case 2 -> positive() + suffix + " +- " + positive() + suffix;
      case 3 -> "uniform(" + plain() + suffix + ", " + plain() + suffix + ")";
      case 4 -> "normal(" + plain() + suffix + ", " + positive() + suffix + ")";
      case 5 ->
          "triangular(0" + suffix + ", " + positive() + suffix + ", " + positive() + suffix + ")";
      case 6 ->
          choices.of("lognormal", "beta", "gamma", "student_t", "pert", "exponential")
              + "("
              + positive()
              + ", "
              + positive()
              + ")";
      default -> "discrete([" + plain() + suffix + ", " + plain() + suffix + "])";
    };
  }

  private String literal(Sort sort) {
    return switch (sort) {
      case DATE -> choices.of("date(2024)", "date(2025, 6)", "never", "date(1)", "date(9999, 12)");
      case TEXT -> choices.of("\"a\"", "\"\"", "\"<script>\"", "\"=1+1\"", "\"\u202e\"");
      case BOOL -> choices.of("true", "false");
      case NUMBERS ->
          choices.of("[1, 2, 3]", "[]", "[" + number() + "]", "1..5", "[1, 1e308, -1e308]");
      case PRICES -> choices.of("[1 USD/GB, 2 USD/GB]", "[0]");
      default -> parenthesised(plain() + sort.suffix());
    };
  }

  private static String parenthesised(String number) {
    return number.startsWith("-") ? "(" + number + ")" : number;
  }

  private String number() {
    return parenthesised(choices.of(NUMBERS));
  }

  /** Without a percent sign, so that a unit may follow. */
  private String plain() {
    return choices.of(NUMBERS).replace(" %", "");
  }

  private String positive() {
    String number = plain();
    return number.startsWith("-") ? number.substring(1) : number;
  }
}
