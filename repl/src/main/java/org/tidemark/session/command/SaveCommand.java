package org.tidemark.session.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.grammar.source.Unseen;
import org.tidemark.session.Answer;
import org.tidemark.session.SavedScript;
import org.tidemark.session.Session;
import org.tidemark.session.WholeFile;
import org.tidemark.spi.Problem;

/** {@code :save} and {@code :save!}. */
final class SaveCommand implements Command {
  private static final String OUTSIDE = "E0702";
  private static final String NOT_WRITTEN = "E0823";
  private static final String NOT_OURS = "E0824";

  private final boolean force;

  SaveCommand(boolean force) {
    this.force = force;
  }

  @Override
  public String name() {
    return force ? "save!" : "save";
  }

  @Override
  public String arguments() {
    return "FILE";
  }

  @Override
  public String summary() {
    return force
        ? "the same, over a file that something else has written"
        : "write a script that says what this conversation says";
  }

  @Override
  public String help() {
    return force
        ? "What was in the file is lost."
        : "Imports and units come first, then each definition below those that it uses, then what"
            + " was asked. What was set with `:set` is noted in a comment. `ans` in a definition"
            + " is written as the expression that it stood for. A file that `:save` has not"
            + " written is left alone; `:save!` writes over it.";
  }

  @Override
  public List<String> examples() {
    return List.of("r = 5 %/year", "2 * r", ":" + name() + " rates.tide");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "a file", ":save model.tide");
    }
    try {
      Path file = file(session, argument);
      if (Files.isDirectory(file)) {
        return Answers.refused(NOT_WRITTEN, argument + " is a folder", "name a file in it");
      }
      if (!force && Files.exists(file) && !isOurs(file)) {
        return Answers.refused(
            NOT_OURS,
            argument + " is there already, and :save has not written it",
            "choose another name",
            ":save! " + argument + " writes over it");
      }
      byte[] script = SavedScript.of(session).getBytes(StandardCharsets.UTF_8);
      WholeFile.write(file, out -> out.write(script));
    } catch (IOException failed) {
      return Answers.refused(
          NOT_WRITTEN, argument + " could not be written", "is there such a folder to write in?");
    } catch (Problem problem) {
      return problem.code().equals(OUTSIDE)
          ? Answers.refused(
              OUTSIDE,
              argument + " is outside the folder of this conversation",
              "save it in this folder or below, and copy it from there")
          : Answers.refused(problem);
    }
    return Answers.text("saved to " + argument);
  }

  /** Where to write; following links must not lead out of the folder either. */
  private static Path file(Session session, String name) throws IOException {
    Path file = session.tide().locate(session.folder(), name);
    Path folder = session.folder().toRealPath();
    if (name.startsWith("~") || name.chars().anyMatch(Unseen::is)) {
      throw Problem.of(NOT_WRITTEN, name + " is no name for a script")
          .withHelp("use letters, digits, dots and slashes: :save model.tide");
    }
    if (Files.isDirectory(file.getParent()) && !file.getParent().toRealPath().startsWith(folder)) {
      throw Problem.of(NOT_WRITTEN, name + " leads out of the folder of the conversation")
          .withHelp("a script is saved beside the conversation or below: :save model.tide");
    }
    return file;
  }

  private static boolean isOurs(Path file) throws IOException {
    byte[] mark = SavedScript.MARK.getBytes(StandardCharsets.UTF_8);
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(mark.length), mark) || Files.size(file) == 0;
    }
  }
}
