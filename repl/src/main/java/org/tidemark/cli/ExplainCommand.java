package org.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** {@code tide explain}. */
final class ExplainCommand {
  private static final String FOLDER = "org/tidemark/explain/";
  private static final int CODE_LENGTH = 5;

  private ExplainCommand() {}

  static int execute(Request.Explain request, Console console) {
    String code = request.code().strip().toUpperCase(Locale.ROOT);
    if (!isCode(code)) {
      Optional<String> added = Execution.tide().explanation(request.code().strip());
      if (added.isPresent()) {
        console.result(added.get());
        return ExitStatus.FINE;
      }
      throw Refusal.of(
          Diagnostic.error("E0805", request.code().concat(" is not a code"))
              .withHelp("codes are like E0301; the name of anything else goes to tide doc"));
    }
    String resource = FOLDER.concat(code).concat(".md");
    try (InputStream page = ExplainCommand.class.getClassLoader().getResourceAsStream(resource)) {
      if (page == null) {
        throw Refusal.of(
            Diagnostic.error("E0805", "no message has the code ".concat(code))
                .withHelp("the code stands in the first line of a message: error[E0301]"));
      }
      console.result(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitStatus.FINE;
  }

  /** Whether a word is a letter and four digits. */
  static boolean isCode(String word) {
    if (word.length() != CODE_LENGTH || "EWew".indexOf(word.charAt(0)) < 0) {
      return false;
    }
    for (int i = 1; i < CODE_LENGTH; i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
