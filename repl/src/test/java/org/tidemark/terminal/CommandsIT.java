package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command, and what follows when a definition is typed again. */
class CommandsIT {
  @TempDir Path folder;

  private PromptOnPty model() {
    PromptOnPty prompt = PromptOnPty.in(folder).size(100, 40).open();
    prompt.ask("price = 12 USD/GB");
    prompt.ask("volume = 3 GB");
    prompt.ask("revenue = price * volume");
    assertEquals(List.of("revenue = 36 USD"), prompt.ask("revenue"));
    return prompt;
  }

  @Test
  void whatIsTypedAgainChangesWhatDependsOnIt() {
    try (PromptOnPty prompt = model()) {
      assertEquals(List.of("ans / 2 = 18 USD"), prompt.ask("ans / 2"));
      assertEquals(List.of("revenue: 36 USD → 30 USD"), prompt.ask("price = 10 USD/GB"));
      assertEquals(List.of("revenue = 30 USD"), prompt.ask("revenue"));
      prompt.ask(":set volume = 4 GB");
      assertEquals(List.of("revenue = 40 USD"), prompt.ask("revenue"));
      assertEquals(List.of("revenue: 40 USD → 30 USD"), prompt.ask(":set volume"));
      prompt.write("revenue + volume").enter().expect("error[E0301]").expectPrompt();
    }
  }

  @Test
  void questionsAboutValues() {
    try (PromptOnPty prompt = model()) {
      assertEquals(
          List.of("revenue = 36 USD  = price * volume", "├─ price = 12 USD/GB", "└─ volume = 3 GB"),
          prompt.ask(":why revenue"));
      assertEquals(List.of("revenue: money (USD)"), prompt.ask(":type revenue"));
      prompt.write(":evidence revenue").enter().expect("ungraded").expectPrompt();
      prompt.write(":units volume").enter().expect("Terabyte").expectPrompt();
      assertEquals(
          List.of("price = 12 USD/GB", "volume = 3 GB", "revenue = 36 USD"), prompt.ask(":list"));
      prompt.write("claim sold { reported = 36 USD; computed = revenue }").enter();
      prompt.expect("reproduced").expectPrompt();
      prompt.write("prediction soon { window = date(2025)..date(2027); event = date(2026) }");
      prompt.enter().expect("within its window").expectPrompt();
      prompt.write(":time revenue").enter().expect("from nothing").expectPrompt();
      prompt.write(":plugins").enter().expect("core").expectPrompt();
      prompt.write(":nonsense").enter().expect("error[E0802]").expectPrompt();
    }
  }

  @Test
  void aConversationIsKeptInAFile() throws IOException {
    Path file = folder.resolve("kept.tide");
    try (PromptOnPty prompt = model()) {
      prompt.write(":save kept.tide").enter().expect("kept.tide").expectPrompt();
      assertTrue(Files.readString(file).contains("revenue = price * volume"));
      prompt.ask(":reset");
      assertEquals(List.of(), prompt.ask(":list"));
      assertEquals(List.of("revenue = 36 USD"), prompt.ask(":load kept.tide"));
      Files.writeString(file, Files.readString(file).replace("= 12", "= 20"));
      prompt.write(":reload").enter().expect("60 USD").expectPrompt();
      prompt.write("export \"all.csv\" = table(on: GB) { 1; 2 }").enter();
      prompt.expect("wrote all.csv").expectPrompt();
      assertEquals("on", Files.readString(folder.resolve("all.csv")).substring(0, 2));
      prompt.write(":quit").enter();
      assertEquals(0, prompt.awaitEnd());
    }
  }

  @Test
  void picturesAndLongPages() {
    try (PromptOnPty prompt = model()) {
      prompt.write("plot x^2 over x in 0 .. 3").enter().expect("└┬").expectPrompt();
      prompt.write(":plot x^3 over x in 0 .. 3").enter().expect("20 ┤").expectPrompt();
      prompt.write(":sweep revenue over volume in 1 GB .. 3 GB").enter();
      prompt.expect("36").expectPrompt();
      prompt.write(":doc sqrt").enter().expect("sqrt(x) (function)").expectPrompt();
      prompt.resize(100, 10).write(":help").enter().expect("-- more");
      // more pages than there are; what is left of the spaces is cleared from the next entry
      prompt.type(" ".repeat(9)).expect(":quit").expect("tide>").press(Key.CTRL_U).expectPrompt();
      prompt.write(":help").enter().expect("-- more").type("q").expectPrompt();
    }
  }
}
