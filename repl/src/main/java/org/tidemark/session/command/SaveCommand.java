package org.tidemark.session.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tidemark.session.Answer;
import org.tidemark.session.SavedScript;
import org.tidemark.session.Session;
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
      Path file = session.tide().locate(session.folder(), argument);
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
      write(file, SavedScript.of(session));
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

  private static boolean isOurs(Path file) throws IOException {
    byte[] mark = SavedScript.MARK.getBytes(StandardCharsets.UTF_8);
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(mark.length), mark) || Files.size(file) == 0;
    }
  }

  /** All of it or nothing: beside the file first, then in its place. */
  private static void write(Path file, String text) throws IOException {
    Path beside = Files.createTempFile(file.getParent(), ".save", ".tide");
    try {
      Files.writeString(beside, text);
      try {
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
