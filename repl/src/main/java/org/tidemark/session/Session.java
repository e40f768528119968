package org.tidemark.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tidemark.api.Documentation;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.session.insight.CommandNames;
import org.tidemark.session.insight.Insight;
import org.tidemark.session.insight.InsightCache;

/**
 * A conversation: definitions add up, a later one replaces an earlier one of the same name, and
 * what depends on it follows. Not for use by several threads at once.
 *
 * <p>Every entry is checked as part of one script: the entry first, so that places in messages are
 * those of the entry, and the definitions kept so far below it. Their order does not matter.
 */
public final class Session {
  private static final String NAME = "prompt";

  private final Tide tide;
  private final Path folder;
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final InsightCache insights;

  /**
   * An empty conversation.
   *
   * @param folder where files that it names are found
   */
  public Session(Tide tide, Path folder) {
    this.tide = tide;
    this.folder = folder;
    this.insights = new InsightCache(tide, folder, CommandNames.NONE);
  }

  /** Whether a text is the beginning of an entry rather than a whole one. */
  public static boolean isIncomplete(String text) {
    return TideLexing.isIncomplete(new SourceText(NAME, text));
  }

  /** The names that are defined so far, in the order of their first definition. */
  public List<String> definitions() {
    return List.copyOf(kept.keySet());
  }

  /** Documentation of a definition of this conversation, or of anything built in. */
  public Optional<Documentation> describe(String name) {
    Program program = tide.compile(NAME, String.join("\n", kept.values()), folder);
    return program.describe(name).or(() -> tide.describe(name));
  }

  /**
   * Answers an entry and, where nothing is wrong with it, keeps its definitions. Where only
   * evaluation fails they are kept too.
   */
  public Answer evaluate(String entry) {
    if (Insight.hasHole(entry)) {
      return new Answer(false, fits(entry).<List<Part>>map(List::of).orElse(List.of()), false);
    }
    SourceText source = new SourceText(NAME, entry);
    ParseResult parsed = TideParser.parse(source);
    if (!parsed.isClean()) {
      return Answer.refused(parsed.diagnostics());
    }
    Map<String, String> definitions = new LinkedHashMap<>();
    Set<String> replaced = new LinkedHashSet<>();
    for (Statement statement : parsed.script().statements()) {
      StatementName.of(statement, source)
          .ifPresent(
              name -> {
                definitions.merge(
                    name, textOf(statement, source), (first, second) -> first + "\n" + second);
                replaced.add(name);
              });
    }
    Map<String, String> next = new LinkedHashMap<>(kept);
    next.keySet().removeAll(replaced);
    Program program = tide.compile(NAME, entry + "\n" + String.join("\n", next.values()), folder);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Diagnostic diagnostic : program.diagnostics()) {
      if (diagnostic.isError() || isAbout(diagnostic, entry)) {
        diagnostics.add(diagnostic);
      }
    }
    if (!program.isSound()) {
      return Answer.refused(diagnostics);
    }
    kept.putAll(definitions);
    Outcome outcome = program.run();
    diagnostics.addAll(outcome.problems());
    List<ClaimOutcome> claims =
        outcome.claims().stream().filter(claim -> replaced.contains(claim.name())).toList();
    for (AssertOutcome one : outcome.asserts()) {
      one.failure().filter(failure -> !diagnostics.contains(failure)).ifPresent(diagnostics::add);
    }
    List<Part> parts = new ArrayList<>();
    outcome.shown().forEach(shown -> parts.add(new Part.Result(shown)));
    if (!claims.isEmpty()) {
      parts.add(new Part.Claims(claims));
    }
    diagnostics.forEach(diagnostic -> parts.add(new Part.Problem(diagnostic)));
    return new Answer(true, parts, false);
  }

  /** Obeys a command, a line that begins with a colon. */
  public Answer obey(String line) {
    return Answer.refused(
        List.of(
            Diagnostic.error("E0802", "there is no command ".concat(line))
                .withHelp(":help lists the commands")));
  }

  /** Ends the evaluation that is under way; for another thread. */
  public void interrupt() {}

  /** How an entry, or a command, may go on at a place, the likeliest first. */
  public List<Completion> complete(String text, int cursor) {
    return insight().complete(text, cursor);
  }

  /** What each stretch of an entry is, in order, nothing twice. */
  public List<Highlight> highlight(String text) {
    return insight().highlight(text);
  }

  /** The bracket that belongs to the one at a place of an entry, or right before that place. */
  public OptionalInt matching(String text, int cursor) {
    return Insight.matching(text, cursor);
  }

  /** The innermost call that is being typed at a place. */
  public Optional<Signature> signature(String text, int cursor) {
    return insight().signature(text, cursor);
  }

  /** What would fit where a {@code ?} stands for a value in an entry; empty where none does. */
  public Optional<Part.Text> fits(String entry) {
    return insight().fits(entry).map(Part.Text::new);
  }

  /**
   * What is known of the definitions; worked out when it is first wanted, and again after changes.
   */
  private Insight insight() {
    return insights.of(String.join("\n", kept.values()));
  }

  private static boolean isAbout(Diagnostic diagnostic, String entry) {
    return diagnostic.location().map(at -> at.span().start() <= entry.length()).orElse(true);
  }

  /** A statement with the comment that documents it. */
  private static String textOf(Statement statement, SourceText source) {
    Optional<DocComment> doc = Optional.empty();
    if (statement instanceof Definition definition) {
      doc = definition.doc();
    } else if (statement instanceof FunctionDeclaration function) {
      doc = function.doc();
    } else if (statement instanceof UnitDeclaration unit) {
      doc = unit.doc();
    } else if (statement instanceof Declaration declaration) {
      doc = declaration.doc();
    }
    Span span = statement.span();
    return source.text(doc.map(comment -> comment.span().to(span)).orElse(span));
  }
}
