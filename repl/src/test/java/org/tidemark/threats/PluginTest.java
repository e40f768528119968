package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Tide;
import org.tidemark.check.Checker;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.Outcome;
import org.tidemark.model.RunnableProgram;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.ValueText;
import org.tidemark.vocab.CorePlugin;

/** What a plugin may do, and what it cannot do to others. */
class PluginTest {
  private record Named(String name, Optional<FunctionSpec> function) implements TidePlugin {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public String doc() {
      return "Tries something.";
    }

    @Override
    public void register(Registry registry) {
      registry.function(function.orElseThrow(() -> new IllegalStateException("broken")));
    }
  }

  private static TidePlugin with(String plugin, String function, FunctionSpec.Body body) {
    return new Named(
        plugin,
        Optional.of(FunctionSpec.named(function).doc("Tries.").returns(BasicType.TEXT).body(body)));
  }

  private static Outcome run(String script, TidePlugin... plugins) {
    List<TidePlugin> all = new ArrayList<>(List.of(new CorePlugin()));
    all.addAll(List.of(plugins));
    ModuleSource none =
        new ModuleSource() {
          @Override
          public Optional<Found> module(String dotted) {
            return Optional.empty();
          }

          @Override
          public Optional<Found> file(String importing, String name) {
            return Optional.empty();
          }

          @Override
          public String read(String beside, String name) {
            return "";
          }
        };
    return RunnableProgram.of(
            new Checker(Vocabulary.of(all), none).check(new SourceText("s", script), "s"))
        .run();
  }

  @Test
  void aPluginMayDoAnything() {
    TidePlugin curious =
        with("curious", "where", call -> new TextValue(System.getProperty("user.dir")));
    Outcome outcome = run("show where()", curious);
    assertEquals(System.getProperty("user.dir"), ValueText.of(outcome.shown().get(0).value()));
  }

  @Test
  void aBrokenPluginLeavesTheOthers() {
    Vocabulary vocabulary =
        Vocabulary.of(
            List.of(
                new Named("broken", Optional.empty()),
                with("whole", "fine", call -> new TextValue("fine"))));
    assertTrue(vocabulary.function("fine").isPresent());
    assertFalse(vocabulary.plugins().get(0).problems().isEmpty());
    assertTrue(vocabulary.plugins().get(1).problems().isEmpty());
  }

  @Test
  void aNameBelongsToTheFirst() {
    Outcome outcome = run("show exp(0)", with("greedy", "exp", call -> new TextValue("taken")));
    assertEquals("1", ValueText.of(outcome.shown().get(0).value()));
  }

  @Test
  void aScriptBringsNoPlugin() {
    for (String name :
        List.of("evil.jar", "../evil.jar", "https://example.org/evil.jar", "x.class")) {
      assertFalse(
          Tide.builder().build().compile("s", "import \"" + name + "\" as m").isSound(), name);
    }
  }
}
