package org.tidemark.session.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.api.Tide;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;
import org.tidemark.spi.Problem;

/** {@code :load}. */
final class LoadCommand implements Command {
  private static final String UNREADABLE = "E0821";

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String arguments() {
    return "FILE";
  }

  @Override
  public String summary() {
    return "take a script into the conversation: its definitions are kept, its results shown";
  }

  @Override
  public String help() {
    return "The file is found in the folder of the conversation or below. Where the script has an"
        + " error nothing of it is kept. Files that it names are found from the folder of the"
        + " conversation.";
  }

  @Override
  public List<String> examples() {
    return List.of("r = 5 %/year", "show 2 * r", ":save rates.tide", ":reset", ":load rates.tide");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "a file", ":load model.tide");
    }
    return load(session, argument, false);
  }

  static Answer load(Session session, String name, boolean again) {
    Path file;
    String text;
    try {
      file = session.tide().locate(session.folder(), name);
      if (!Files.isRegularFile(file)) {
        return Answers.refused(
            UNREADABLE,
            Files.isDirectory(file) ? name + " is a folder" : "there is no file " + name,
            Files.isDirectory(file)
                ? "name a file in it"
                : "files are found in the folder of the conversation and below");
      }
      text = Tide.read(file);
    } catch (IOException unreadable) {
      return Answers.refused(
          UNREADABLE,
          name + " cannot be read" + (unreadable.getMessage() == null ? "" : ": it is no text"),
          "scripts are UTF-8 text");
    } catch (Problem problem) {
      return Answers.refused(problem);
    }
    return session.load(new SourceText(name, text), again);
  }
}
