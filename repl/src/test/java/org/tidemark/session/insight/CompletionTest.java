package org.tidemark.session.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.api.Tide;
import org.tidemark.session.Completion;

/** What is offered at places of entries; {@code |} is the cursor. */
class CompletionTest {
  private static final String CONVERSATION =
      """
      /// The discount rate.
      param r: 1/year = 5 %/year
      param capex: BUSD/year = 600
      price_now = 12 USD/GB
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)
      /// What it is worth now.
      fn present(amount: USD, after: year, rate = 5 %/year) -> USD = amount * exp(-rate * after)
      /// What is bought at a price.
      foreign fn bought(price: USD/GB, share: 1 = 2) -> GB/year from "./bought.js"
      prices = table(on: date, usd: USD/GB) { date(2024), 15; date(2025), 12 }
      rec = {T: 3 year, shares: [20 %, 80 %]}
      firm lab[2] { cost = 1 USD/GB }
      market m { demand = linear(choke: 20 USD/GB, slope: 0.1 USD*year/(GB*EB)); firms = lab }
      process growth { state x = 1; der x = 0.1 / (1 year) * x; horizon = 10 year }
      model Market {
        param demand = 40 EB/year
        firm seller { cost = 3 USD/GB }
        spend = demand * seller.cost
      }
      begin = date(2024)
      span = 1..5 EB
      unit lot = 25 GB
      """;

  private static final CommandNames COMMANDS =
      () ->
          List.of(
              new CommandNames.Command("doc", CommandNames.Argument.TOPIC, "documentation"),
              new CommandNames.Command("why", CommandNames.Argument.EXPRESSION, "where from"),
              new CommandNames.Command("set", CommandNames.Argument.SETTING, "sets an input"),
              new CommandNames.Command("units", CommandNames.Argument.UNIT, "units"),
              new CommandNames.Command("load", CommandNames.Argument.FILE, "reads a script"),
              new CommandNames.Command("help", CommandNames.Argument.COMMAND, "help"));

  @TempDir static Path folder;
  private static Insight insight;

  @BeforeAll
  static void converse() throws IOException {
    Files.writeString(folder.resolve("mine.tide"), "x = 1");
    Files.writeString(folder.resolve("sales.csv"), "a,b");
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/deep.tide"), "y = 1");
    insight = new InsightCache(Tide.builder().build(), folder, COMMANDS).of(CONVERSATION);
  }

  private static List<Completion> at(String text) {
    int cursor = text.lastIndexOf('|');
    while (text.startsWith("|>", cursor)) {
      cursor = text.lastIndexOf('|', cursor - 1);
    }
    return insight.complete(text.substring(0, cursor) + text.substring(cursor + 1), cursor);
  }

  private static List<String> texts(String text) {
    return at(text).stream().map(Completion::text).toList();
  }

  /** A place and what is offered first there. */
  static Stream<Arguments> first() {
    return Stream.of(
        // names in scope
        place("show pri|", "price_now", "prices"),
        place("show cap|", "capex"),
        place("show PRI|", "price_now", "prices"),
        place("show pn|", "price_now"),
        place("show prcie|", "price_now"),
        place("show sqr|", "sqrt"),
        place("show hb|", "hbm"),
        place("foo = 3\nshow fo|", "foo"),
        place("fn f(aa: year, ab) = a|", "aa", "ab"),
        place("xs = [cost_of * c| for cost_of in [1, 2]]", "cost_of"),
        place("y = { step_a = 3; st| }", "step_a"),
        place("z = (long_name => 2 * lo|", "long_name"),
        place("show \"at {pri|", "price_now"),
        // what fits goes first
        place("show price_now + p|", "price_now"),
        place("x: BUSD/year = |", "capex"),
        place("firm f { cost = |", "price_now"),
        place("show capex > |", "capex"),
        place("show if r > |", "r"),
        // statements
        place("par|", "param"),
        place("mar|", "market"),
        place("model M {\n  fi|", "firm"),
        place("test \"t\" { ass|", "assert"),
        // members
        place("show rec.sh|", "shares"),
        place("show hbm.in|", "inverse"),
        place("show m.price_p|"),
        place("show begin.|", "year"),
        place("a = rec\nshow a.T|", "T"),
        // units
        place("x = 3 U|", "USD"),
        place("x: USD/GB = 3 |", "USD/GB"),
        place("show price_now as |", "USD/GB"),
        place("show price_now + 3 |", "USD/GB"),
        place("show present(100 USD, after: 3 |", "year", "month", "hour"),
        place("firm f { cost = 3 |", "USD/GB"),
        place("firm f { capacity = 3 E|", "EB/year"),
        place("m2 = Market with { demand = 3 |", "EB/year", "GB/year"),
        place("x: USD/GB = 3 USD/|", "GB", "TB", "EB"),
        place("x = 3 USD/G|", "GB"),
        place("param q: 1/y|", "year"),
        place("x = 3 lo|", "lot"),
        place("param p = 5 USD in 1 |", "USD"),
        // bodies
        place("process p {\n  |", "horizon = "),
        place("market k {\n  demand = 1\n  fi|", "firms = "),
        place("firm f {\n  cost = 1 USD/GB\n  |", "capacity = "),
        place("firm f {\n  c|\n  cost = 1 USD/GB\n}", "capacity = "),
        // calls
        place("show present(|", "amount: ", "after: ", "rate: "),
        place("show present(1 USD, |", "after: ", "rate: "),
        place("show boug|", "bought"),
        place("show bought(|", "price: ", "share: "),
        place("show present(1 USD, rate: 3 %/year, a|", "after: "),
        place("show [1, 2] |> quantile(|", "p: "),
        place("s = series(prices, on, usd, interpolate: |", "\"linear\"", "\"log\"", "\"step\""),
        place("s = series(prices, on, usd, interpolate: \"l|\")", "linear", "log"),
        place("show equilibrium(m, threshold: \"|", "exact", "quasi-static"),
        place("s = series(prices, |", "on", "usd"),
        place("t = prices |> series(u|", "usd"),
        place("show growth.x.fi|", "final"),
        place("show equilibrium(m).firm(lab[0]).c|", "cost"),
        place("show growth.|", "events", "method"),
        // operators and headers
        place("x = 3 USD to|", "to"),
        place("crossing c wh|", "when"),
        place("crossing c when h|", "hbm"),
        place("x = if r > 1 %/year th|", "then"),
        place("xs = [x fo|", "for"),
        // files and modules
        place("import std.a|", "std.adoption"),
        place("import \"./m|", "./mine.tide"),
        place("import \"./sub/|", "./sub/deep.tide"),
        place("t = csv(\"s|", "sales.csv", "sub/"),
        // commands
        place(":he|", "help"),
        place(":doc cap|", "capex"),
        place(":doc sqr|", "sqrt"),
        place(":doc fir|", "first", "firm"),
        place(":why Market.sp|", "spend"),
        place(":set cap|", "capex"),
        place(":set capex = 3 |", "BUSD/year"),
        place(":units kWh|", "kWh"),
        place(":load mi|", "mine.tide"),
        place(":help :wh|", "why"),
        place("x = 3 USD @m|", "measured"));
  }

  private static Arguments place(String text, String... offered) {
    return Arguments.of(text, List.of(offered));
  }

  @ParameterizedTest
  @MethodSource("first")
  void offersFirst(String text, List<String> offered) {
    List<String> found = texts(text);
    assertEquals(
        offered, found.subList(0, Math.min(offered.size(), found.size())), found::toString);
    if (offered.isEmpty()) {
      assertEquals(List.of(), found);
    }
  }

  /** A place and all that is offered there. */
  static Stream<Arguments> exactly() {
    return Stream.of(
        place("show rec.|", "T", "shares"),
        place("show lab[0].|", "name", "cost", "continuation_value"),
        place("x = prices |> filter(row => row.|", "on", "usd"),
        place("show [k.| for k in lab]", "name", "cost", "continuation_value"),
        place("show prices.|", "on", "usd"),
        place("show span.|", "from", "to"),
        place("show Market.|", "demand", "seller", "spend"),
        place("show (Market with { demand = 1 EB/year }).|", "demand", "seller", "spend"),
        place("m2 = Market with { |", "demand", "seller", "spend"),
        place(
            "m2 = Market with { seller.|",
            "cost",
            "capacity",
            "construction",
            "expansion",
            "discount_rate",
            "continuation_value"),
        place("import std.ado|", "std.adoption"),
        place("x = 3 USD @so|", "source"),
        place("// pri|"),
        place("/* pri|"),
        place("show \"pri|"),
        place("x = 3|"),
        place("fn |"),
        place("show price_now.|"));
  }

  @ParameterizedTest
  @MethodSource("exactly")
  void offersExactly(String text, List<String> offered) {
    assertEquals(offered, texts(text));
  }

  @Test
  void whatIsOfferedIsDescribed() {
    Completion rate = at("show r|").get(0);
    assertEquals(new Completion(5, 6, "r", "param", "1/year: The discount rate.", false), rate);
    for (String text : List.of("|", "show |", "firm f { |", "x = 3 |", ":|")) {
      for (Completion one : at(text)) {
        assertTrue(one.description().length() <= 60, one::toString);
      }
    }
  }

  @Test
  void theWholeWordIsReplaced() {
    Completion price = at("show pri|xx + 1").get(0);
    assertEquals("price_now", price.text());
    assertEquals(5, price.from());
    assertEquals(10, price.to());
  }
}
