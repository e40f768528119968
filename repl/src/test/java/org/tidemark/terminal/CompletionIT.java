package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tab at the places of an entry where something can be proposed. */
class CompletionIT {
  private static final String MODEL =
      """
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
      crossing parity when hbm <= 5 USD/GB
      firm hyperscaler[5] {
        discount_rate = 5 %/year
        continuation_value = 50 BUSD
      }
      market inference {
        demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        firms = [hyperscaler]
        drives = hbm
        produced = 0.94 EB
        until = parity
        start = date(2024)
      }
      nash = equilibrium(inference)""";

  @TempDir Path folder;

  @Test
  void namesOfTheConversation() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.ask("price_now = 12 USD/GB");
      prompt.ask("price_later = 5 USD/GB");
      prompt.ask("λambda = 3");
      // what all have in common is put in, and they are listed below
      prompt.write("pri").tab().expectEntry("price_").expect("price_later").expect("price_now");
      prompt.write("n").tab().expectEntry("price_now");
      prompt.expectNo("price_later");
      // in the middle of an entry
      prompt.press(Key.CTRL_U).write("2 * price_l / 4");
      for (int i = 0; i < 4; i++) {
        prompt.press(Key.LEFT);
      }
      prompt.tab().expectEntry("2 * price_later / 4").expectColumn(6 + 15);
      prompt.press(Key.CTRL_U).write("λ").tab().expectEntry("λambda");
      prompt.press(Key.CTRL_U).write("zzz").tab().expect("nothing known fits");
      prompt.type("y").expectEntry("zzzy").expectNo("nothing known fits");
      // on the second of three lines
      prompt.press(Key.CTRL_U).write("sum([1,").enter().expectContinuation();
      prompt.write("price_l,").enter().expectContinuation().write("3");
      prompt.press(Key.UP).press(Key.CTRL_E).press(Key.LEFT).tab();
      prompt.expectAnywhere("tide> sum([1,\n    | price_later,\n    | 3");
    }
  }

  @Test
  void aSecondTabGoesThroughTheList() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.ask("beta_one = 1");
      prompt.ask("beta_two = 2");
      prompt.write("beta_").tab().expect("beta_two");
      prompt.tab().expectEntry("beta_one").tab().expectEntry("beta_two");
      prompt.press(Key.SHIFT_TAB).expectEntry("beta_one").tab().type(" + 1");
      prompt.expectEntry("beta_two + 1").enter().expect("= 3").expectPrompt();
    }
  }

  @Test
  void fieldsUnitsKindsAndArguments() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(100, 40).open()) {
      prompt.paste(MODEL).expect("nash = equilibrium(inference)").enter().expectPrompt();
      prompt.write("nash.ti").tab().expectEntry("nash.time");
      prompt.press(Key.CTRL_U).write("inference.prod").tab().expectEntry("inference.produced");
      prompt.press(Key.CTRL_U).write("price = 12 USD/GB as USD/T").tab().expect("Terabyte");
      prompt.press(Key.CTRL_U).write("3 kW").tab().expect("kWh");
      prompt.press(Key.CTRL_U).write("mark").tab().expectEntry("market");
      prompt.press(Key.CTRL_U).write("market other { dem").tab();
      prompt.expectEntry("market other { demand =");
      prompt.press(Key.CTRL_U).write("sample(nash.time, dra").tab();
      prompt.expectEntry("sample(nash.time, draws:");
      prompt.press(Key.CTRL_U).write("equi").tab().expectEntry("equilibrium");
      prompt.press(Key.CTRL_U).write("sequ").tab().expectEntry("sequence");
    }
  }

  @Test
  void modulesFilesAndCommands() throws IOException {
    Files.writeString(folder.resolve("prices_2025.csv"), "year,price\n2025,12\n");
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.write("import std.endo").tab().expectEntry("import std.endogenous");
      prompt.press(Key.CTRL_U).write("data t = csv(\"pri").tab();
      prompt.expectEntry("data t = csv(\"prices_2025.csv");
      prompt.press(Key.CTRL_U).write(":he").tab().expectEntry(":help");
      prompt.press(Key.CTRL_U).write(":doc sqr").tab().expectEntry(":doc sqrt");
      prompt.enter().expect("sqrt").expectPrompt();
      assertEquals(List.of("1 + 1 = 2"), prompt.ask("1 + 1"));
    }
  }
}
