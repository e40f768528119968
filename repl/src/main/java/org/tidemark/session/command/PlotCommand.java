package org.tidemark.session.command;

import java.util.List;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :plot}. */
final class PlotCommand implements Command {
  @Override
  public String name() {
    return "plot";
  }

  @Override
  public String arguments() {
    return "ITEMS [over NAME in INTERVAL] [> FILE]";
  }

  @Override
  public String summary() {
    return "draw something, or write the picture to a file";
  }

  @Override
  public String help() {
    return "The same as the statement `plot`; with `> FILE` the same as"
        + " `export \"FILE\" = plot …`. A file ends in `.svg` or `.png`.";
  }

  @Override
  public List<String> examples() {
    return List.of("fn cost(n) = 3 * n^-0.3", ":plot cost(n) over n in 1..100");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "something to draw", ":plot x^2 over x in 0..3");
    }
    int arrow = arrow(argument);
    if (arrow < 0) {
      return session.evaluate("plot " + argument);
    }
    String file = argument.substring(arrow + 1).strip();
    return session.evaluate(
        "export \"" + file + "\" = plot " + argument.substring(0, arrow).strip());
  }

  /** The place of the last {@code >} that a file name with a picture's ending follows. */
  private static int arrow(String argument) {
    int found = -1;
    for (Token token : TideLexing.tokens(new SourceText("", argument))) {
      if (token.text().equals(">")) {
        found = token.span().start();
      }
    }
    String file = found < 0 ? "" : argument.substring(found + 1).strip();
    return file.matches("[^\"\\s]+\\.(svg|png)") ? found : -1;
  }
}
