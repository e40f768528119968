package org.tidemark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.api.Limits;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * How far a command trusts the scripts that it is given.
 *
 * @param untrusted whether nobody trusts them
 * @param root the only folder in which they read; empty for none
 * @param limits as written, {@code time=2s}
 */
record Trust(boolean untrusted, String root, List<String> limits) {
  /** As most scripts are. */
  static final Trust FULL = new Trust(false, "", List.of());

  private static final String CODE = "E0802";

  /**
   * What compiles such scripts.
   *
   * @throws Refusal where the folder or a limit is none
   */
  Tide tide(Console console) {
    // nobody has promised that other plugins keep to any limits
    Tide.Builder builder = untrusted ? Tide.builder() : Tide.builder().plugins(PluginPlaces.all());
    if (!limits.isEmpty()) {
      builder.limits(most());
    }
    if (untrusted) {
      builder.untrusted();
    }
    if (!root.isEmpty()) {
      builder.files(folder(console));
    }
    return builder.build();
  }

  /** Ends the program where such scripts do not end. */
  Backstop backstop(Console console) {
    return Backstop.of(most(), console);
  }

  private Limits most() {
    Limits.Builder most = (untrusted ? Limits.untrusted() : Limits.none()).toBuilder();
    for (String limit : limits) {
      try {
        most.written(limit);
      } catch (IllegalArgumentException wrong) {
        throw refusal(limit, wrong);
      }
    }
    return most.build();
  }

  private static Refusal refusal(String limit, IllegalArgumentException wrong) {
    Diagnostic told = Diagnostic.error(CODE, wrong.getMessage());
    List<String> names = Limits.names();
    String name = limit.substring(0, Math.max(0, limit.indexOf('='))).strip();
    if (!names.contains(name)) {
      for (String near : Spelling.nearest(name, names)) {
        told = told.withHelp("did you mean ".concat(near).concat("?"));
      }
    }
    return Refusal.of(
        told.withHelp("the limits: ".concat(String.join(", ", names)).concat(", foreign-code")));
  }

  private Path folder(Console console) {
    if (!untrusted) {
      throw Refusal.of(
          Diagnostic.error(CODE, "--root goes with --untrusted")
              .withHelp("other scripts read in their own folders"));
    }
    Path folder = ScriptFile.path(root, console);
    if (!Files.isDirectory(folder)) {
      throw Refusal.of(
          Diagnostic.error(CODE, root.concat(" is no folder"))
              .withHelp("name the folder in which the script may read"));
    }
    return folder;
  }
}
