package org.tidemark.fuzz;

import org.tidemark.api.Program;
import org.tidemark.api.Tide;

/** Names, units and kinds of any script: checked alike each time, and refused in its own words. */
public final class CheckerFuzz {
  private static final Tide TIDE = Tide.builder().build();

  private CheckerFuzz() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    ScriptInput script = ScriptInput.of(input);
    Program program = Bounds.within("checking", () -> TIDE.compile("fuzz", script.text()));
    String said = Wording.of(program.diagnostics());
    Bounds.within("setting", () -> ScriptInput.set(program, script.settings()));
    Bounds.within("outlining", () -> TIDE.outline("fuzz", script.text()));
    String again = Wording.of(TIDE.compile("fuzz", script.text()).diagnostics());
    if (!said.equals(again)) {
      throw new AssertionError("it is checked otherwise the second time:\n" + said + again);
    }
  }
}
