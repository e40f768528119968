package org.tidemark.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.spi.ParameterSpec;

/** Makes the outline of a script from its tokens, so that mistakes in it do not matter. */
final class Outlining {
  private static final String SEED = "seed";

  private final Vocabulary vocabulary;
  private final SourceText source;
  private final List<Token> tokens;
  private final List<Token> code = new ArrayList<>();

  private Outlining(Vocabulary vocabulary, SourceText source) {
    this.vocabulary = vocabulary;
    this.source = source;
    this.tokens = TideLexing.tokens(source);
    for (Token token : tokens) {
      if (token.kind() != TokenKind.COMMENT && token.kind() != TokenKind.DOC_COMMENT) {
        code.add(token);
      }
    }
  }

  static ScriptOutline of(Vocabulary vocabulary, SourceText source) {
    Outlining outlining = new Outlining(vocabulary, source);
    return new ScriptOutline(source, outlining.tokens, modules(source), outlining.draws());
  }

  private static List<String> modules(SourceText source) {
    List<String> modules = new ArrayList<>();
    for (Statement statement : TideParser.parse(source).script().statements()) {
      if (statement instanceof ImportStatement module) {
        modules.add(
            module.file().isPresent()
                ? module.file().get().constant()
                : String.join(".", module.module().stream().map(Identifier::name).toList()));
      }
    }
    return modules;
  }

  private List<ScriptOutline.Draws> draws() {
    List<ScriptOutline.Draws> draws = new ArrayList<>();
    for (int i = 0; i + 1 < code.size(); i++) {
      Token name = code.get(i);
      boolean member = i > 0 && code.get(i - 1).text().equals(".");
      if (name.kind() != TokenKind.NAME || member || !code.get(i + 1).text().equals("(")) {
        continue;
      }
      Optional<String> usual = usualSeed(name.text());
      if (usual.isPresent()) {
        String written = seed(i + 1);
        int line = source.line(name.span().start());
        draws.add(
            new ScriptOutline.Draws(
                name.text(), written.isEmpty() ? usual.get() : written, !written.isEmpty(), line));
      }
    }
    return draws;
  }

  /** The seed that a function uses where the call names none; empty where it takes no seed. */
  private Optional<String> usualSeed(String function) {
    return vocabulary
        .function(function)
        .flatMap(spec -> spec.parameter(SEED))
        .flatMap(ParameterSpec::fallback);
  }

  /** What is written behind {@code seed:} in the call whose bracket stands at an index. */
  private String seed(int open) {
    int depth = 0;
    int start = -1;
    for (int i = open; i < code.size(); i++) {
      Token token = code.get(i);
      boolean bracket = token.kind() == TokenKind.BRACKET;
      boolean opens = bracket && "([{".contains(token.text());
      depth += opens ? 1 : bracket ? -1 : 0;
      boolean ends = depth == 0 || depth == 1 && token.text().equals(",");
      if (start >= 0 && ends) {
        return source.text().substring(start, code.get(i - 1).span().end());
      }
      if (depth == 0) {
        return "";
      }
      boolean named = depth == 1 && token.text().equals(SEED) && i + 2 < code.size();
      if (named && code.get(i + 1).text().equals(":")) {
        start = code.get(i + 2).span().start();
      }
    }
    return "";
  }
}
