package org.tidemark.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Result;
import org.tidemark.model.Run;
import org.tidemark.quantity.UnitTable;
import org.tidemark.session.command.Commands;
import org.tidemark.session.insight.Insight;
import org.tidemark.session.insight.InsightCache;
import org.tidemark.spi.value.Value;

/**
 * A conversation: definitions add up, a later one replaces an earlier one of the same name, and
 * what depends on it follows. For one thread at a time, {@link #interrupt()} aside.
 *
 * <p>Every entry is checked as part of one script: the entry first, so that places in messages are
 * those of the entry, and the definitions kept so far below it. Their order does not matter. What
 * an entry does not touch keeps the value that it has.
 */
public final class Session {
  private static final String NAME = "prompt";

  /** Changed answers that are told one by one. */
  private static final int MOST_CHANGES = 10;

  private final Tide tide;
  private final Path folder;
  private final Stops stops = new Stops();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final AskedBefore asked = new AskedBefore();
  private final List<String> shown = new ArrayList<>();
  private Optional<LastResult> last = Optional.empty();
  private Optional<Program> program = Optional.empty();
  private Optional<Run> run = Optional.empty();
  private Optional<String> loaded = Optional.empty();
  private final InsightCache insights;

  /**
   * An empty conversation.
   *
   * @param folder where files that it names are found
   */
  public Session(Tide tide, Path folder) {
    this.tide = tide;
    this.folder = folder;
    this.insights = new InsightCache(tide, folder, new CompletedCommands());
  }

  /** Whether a text is the beginning of an entry rather than a whole one. */
  public static boolean isIncomplete(String text) {
    SourceText source = new SourceText(NAME, text);
    if (TideLexing.isIncomplete(source)) {
      return true;
    }
    // a comment that documents waits for what it documents
    List<Token> tokens = TideLexing.tokens(source);
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == TokenKind.DOC_COMMENT;
  }

  // ---- what it knows

  /** Where functions, kinds and units come from. */
  public Tide tide() {
    return tide;
  }

  /** Where files that it names are found, and below. */
  public Path folder() {
    return folder;
  }

  /** The names that are defined so far, in the order of their first definition. */
  public List<String> definitions() {
    return List.copyOf(kept.keySet());
  }

  /** The text of what is kept under a name, with its documentation. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(kept.get(name)).map(Kept::text);
  }

  /** All that is kept, as a script in the order of the conversation. */
  public String script() {
    StringBuilder text = new StringBuilder();
    kept.values().forEach(each -> text.append(each.text()).append('\n'));
    return text.toString();
  }

  /** The values that have been worked out and still hold, by the names of their definitions. */
  public Map<String, Value> known() {
    return run.map(Run::known).orElse(Map.of());
  }

  /** What has been set from outside the definitions, as {@code --set} does, by dotted name. */
  public Map<String, String> settings() {
    return new LinkedHashMap<>(settings);
  }

  /** What has been asked and drawn, as statements of a script, each once, the oldest first. */
  public List<String> asked() {
    return List.copyOf(shown);
  }

  /** Whether a statement can be part of a script with what is kept. */
  public boolean fitsIn(String statement) {
    return compile(new Composition(new SourceText(NAME, statement), kept.values()), Map.of())
        .isSound();
  }

  /** The last result of an expression, {@code ans}. */
  public Optional<Result> last() {
    return last.map(LastResult::result);
  }

  /** The name of the file that was loaded last. */
  public Optional<String> loaded() {
    return loaded;
  }

  /** The units of this conversation. */
  public UnitTable units() {
    return compile(new Composition(new SourceText(NAME, ""), kept.values()), Map.of()).units();
  }

  /** Documentation of a definition of this conversation, or of anything built in. */
  public Optional<Documentation> describe(String name) {
    return compile(new Composition(new SourceText(NAME, ""), kept.values()), Map.of())
        .describe(name)
        .or(() -> tide.describe(name));
  }

  // ---- entries

  /**
   * Answers an entry and, where nothing is wrong with it, keeps its definitions. Where only
   * evaluation fails, or is interrupted, they are kept too.
   */
  public Answer evaluate(String entry) {
    if (Insight.hasHole(entry)) {
      return new Answer(false, fits(entry).<List<Part>>map(List::of).orElse(List.of()), false);
    }
    return stops.during(() -> enter(new SourceText(NAME, entry), false));
  }

  /** Obeys a command, a line that begins with a colon. */
  public Answer obey(String line) {
    return stops.during(() -> Commands.standard().obey(this, line));
  }

  /** Says who is told of long work from now on. */
  public void tell(ProgressListener listener) {
    stops.tell(listener);
  }

  /**
   * Ends the evaluation that is under way, within a fraction of a second; for another thread. Work
   * that is of use when it is ended early, such as a sample, keeps what is done, and what rests on
   * it is worked out; a second call ends that as well. Where nothing is under way it does nothing.
   *
   * @return whether something was under way
   */
  public boolean interrupt() {
    return stops.stop();
  }

  /**
   * Takes in a script: its definitions are kept, what it shows is shown.
   *
   * @param source its text, under the name that messages refer to and that it is loaded again by
   * @param again whether what came from a file of that name before is replaced as a whole, and all
   *     that changes is told
   */
  public Answer load(SourceText source, boolean again) {
    return stops.during(
        () -> {
          Answer answer = enter(source, again);
          if (answer.accepted()) {
            loaded = Optional.of(source.name());
          }
          return answer;
        });
  }

  private Answer enter(SourceText source, boolean again) {
    ParseResult parsed = TideParser.parse(source);
    if (!parsed.isClean()) {
      return Answer.refused(parsed.diagnostics());
    }
    Map<String, Kept> definitions = new LinkedHashMap<>();
    for (Statement statement : parsed.script().statements()) {
      StatementName.of(statement, source)
          .ifPresent(
              name ->
                  definitions.merge(name, Kept.of(source, textOf(statement, source)), Kept::and));
    }
    Map<String, Kept> below = new LinkedHashMap<>(kept);
    below.keySet().removeAll(definitions.keySet());
    if (again) {
      below.values().removeIf(one -> one.source().name().equals(source.name()));
    }
    Set<String> dropped = new LinkedHashSet<>(kept.keySet());
    dropped.removeAll(below.keySet());
    dropped.removeAll(definitions.keySet());
    Map<String, Result> given = withLast(source.text(), definitions, below);
    Composition composition = new Composition(source, below.values());
    Program next = compile(composition, given);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Diagnostic diagnostic : next.diagnostics()) {
      if (diagnostic.isError() || composition.isAboutEntry(diagnostic)) {
        diagnostics.add(composition.told(diagnostic));
      }
    }
    if (!next.isSound()) {
      return Answer.refused(diagnostics);
    }
    if (!definitions.containsKey(LastResult.NAME)) {
      definitions.replaceAll((name, text) -> text.saying(writtenOut(text.text())));
    }
    Set<String> replaced = new LinkedHashSet<>();
    definitions.forEach(
        (name, now) -> {
          if (!again && !now.text().equals(kept.containsKey(name) ? kept.get(name).text() : "")) {
            replaced.add(name);
          }
        });
    boolean redefines =
        !dropped.isEmpty() || definitions.keySet().stream().anyMatch(kept::containsKey);
    Map<String, Value> before = redefines ? known() : Map.of();
    kept.keySet().removeAll(dropped);
    kept.putAll(definitions);
    Run now = start(next);
    List<Part> parts = parts(now, definitions.keySet(), composition, diagnostics);
    remember(parsed, source, now);
    insights.prepare(visible());
    if (redefines && !now.stopped()) {
      parts.addAll(changes(now, before, replaced));
    }
    return new Answer(true, parts, false);
  }

  /** Adds what {@code ans} stands for where an entry uses it and nobody has defined it. */
  private Map<String, Result> withLast(
      String entry, Map<String, Kept> definitions, Map<String, Kept> below) {
    boolean taken = definitions.containsKey(LastResult.NAME) || below.containsKey(LastResult.NAME);
    if (last.isEmpty() || taken || !LastResult.isUsed(entry)) {
      return Map.of();
    }
    below.put(LastResult.NAME, last.get().definition());
    return last.get().isKept() ? Map.of(LastResult.NAME, last.get().result()) : Map.of();
  }

  private String writtenOut(String text) {
    boolean uses = last.isPresent() && !kept.containsKey(LastResult.NAME);
    return uses && LastResult.isUsed(text) ? last.get().writtenOut(text) : text;
  }

  private Program compile(Composition composition, Map<String, Result> given) {
    Program compiled = tide.compile(composition.name(), composition.text(), folder, program, given);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      compiled = compiled.with(setting.getKey(), setting.getValue());
    }
    return compiled;
  }

  private Run start(Program next) {
    Run now = next.start(run, stops.watch());
    run = Optional.of(now);
    program = Optional.of(next);
    last = last.flatMap(result -> result.after(now, now.changed()));
    return now;
  }

  private static List<Part> parts(
      Run now, Set<String> declared, Composition composition, List<Diagnostic> diagnostics) {
    Outcome outcome = now.outcome();
    List<Part> parts = new ArrayList<>();
    outcome.shown().forEach(one -> parts.add(new Part.Result(one)));
    List<ClaimOutcome> claims =
        outcome.claims().stream().filter(claim -> declared.contains(claim.name())).toList();
    if (!claims.isEmpty()) {
      parts.add(new Part.Claims(claims));
    }
    List<PredictionOutcome> predictions =
        outcome.predictions().stream().filter(one -> declared.contains(one.name())).toList();
    if (!predictions.isEmpty()) {
      parts.add(new Part.Predictions(predictions));
    }
    outcome.exports().forEach(export -> parts.add(new Part.Export(export)));
    Set<Diagnostic> problems = new LinkedHashSet<>(diagnostics);
    outcome.problems().forEach(problem -> problems.add(composition.told(problem)));
    for (AssertOutcome one : outcome.asserts()) {
      one.failure().map(composition::told).ifPresent(problems::add);
    }
    if (now.stopped()) {
      problems.add(stopped());
    }
    problems.forEach(problem -> parts.add(new Part.Problem(problem)));
    return parts;
  }

  /** Remembers what was asked and what came of it. */
  private void remember(ParseResult parsed, SourceText source, Run now) {
    Map<String, Result> results = new LinkedHashMap<>();
    now.results().forEach(result -> results.put(result.shown().name(), result));
    for (Statement statement : parsed.script().statements()) {
      if (statement instanceof ExpressionStatement asks) {
        String text = oneLine(source.text(asks.expression().span()));
        note(text, results.get(text));
        if (results.containsKey(text)) {
          last = LastResult.of(writtenOut(text), results.get(text));
        }
      } else if (statement instanceof ShowStatement show) {
        for (ShowItem item : show.items()) {
          String text = oneLine(source.text(item.value().span()));
          note(text, results.get(item.label().map(label -> label.name()).orElse(text)));
        }
      } else if (statement instanceof PlotStatement plot) {
        noteStatement(source.text(plot.span()));
      }
    }
  }

  private void note(String text, Result result) {
    if (LastResult.isUsed(text) && !kept.containsKey(LastResult.NAME)) {
      return;
    }
    noteStatement("show " + text);
    if (result == null) {
      asked.forget(text);
    } else {
      asked.remember(text, result.shown().value());
    }
  }

  private void noteStatement(String text) {
    boolean passing = LastResult.isUsed(text) && !kept.containsKey(LastResult.NAME);
    if (!passing && !shown.contains(text)) {
      shown.add(text);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  // ---- what follows from a change

  private List<Part> changes(Run now, Map<String, Value> before, Set<String> replaced) {
    Map<String, AskedBefore.Was> again = asked.toAskAgain(now, definitions(), before, replaced);
    now.results().forEach(result -> again.remove(result.shown().name()));
    if (again.isEmpty()) {
      return List.of();
    }
    Set<Diagnostic> told = new LinkedHashSet<>();
    List<Part> changes = new ArrayList<>();
    Map<String, AskedBefore.Was> sound = new LinkedHashMap<>(again);
    Composition composition = asking(sound.keySet());
    Program next = compile(composition, Map.of());
    if (!next.isSound()) {
      again.forEach(
          (expression, was) -> {
            Composition one = asking(List.of(expression));
            List<Diagnostic> wrong = errors(compile(one, Map.of()), one);
            if (!wrong.isEmpty()) {
              changes.add(new Part.Change(expression, Optional.of(was.value()), Optional.empty()));
              told.addAll(wrong);
              asked.forget(expression);
              sound.remove(expression);
            }
          });
      composition = asking(sound.keySet());
      next = compile(composition, Map.of());
    }
    Composition asking = composition;
    Run rerun = start(next);
    Map<String, Value> after = new LinkedHashMap<>();
    rerun.results().forEach(r -> after.put(r.shown().name(), r.shown().value()));
    sound.forEach(
        (expression, was) -> {
          Value value = after.get(expression);
          if (value != null) {
            AskedBefore.change(expression, was, value).ifPresent(changes::add);
            asked.remember(expression, value);
          } else if (!rerun.stopped()) {
            changes.add(new Part.Change(expression, Optional.of(was.value()), Optional.empty()));
          }
        });
    rerun.problems().forEach(problem -> told.add(asking.told(problem)));
    List<Part> parts = new ArrayList<>();
    int listed = changes.size() > MOST_CHANGES + 1 ? MOST_CHANGES : changes.size();
    parts.addAll(changes.subList(0, listed));
    if (listed < changes.size()) {
      parts.add(new Part.Text("and " + (changes.size() - listed) + " more\n"));
    }
    if (rerun.stopped()) {
      parts.add(
          new Part.Problem(
              Diagnostic.error("E0516", "stopped before all that changed was worked out")));
    }
    told.forEach(problem -> parts.add(new Part.Problem(problem)));
    return parts;
  }

  /** A script that shows some expressions. */
  private Composition asking(Collection<String> expressions) {
    StringBuilder text = new StringBuilder();
    expressions.forEach(expression -> text.append("show ").append(expression).append('\n'));
    return new Composition(new SourceText(NAME, text.toString()), kept.values());
  }

  private static List<Diagnostic> errors(Program program, Composition composition) {
    return program.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(composition::told)
        .toList();
  }

  // ---- what commands do

  /**
   * Looks at an expression without making it the last result.
   *
   * @param evaluate whether to work out its value, or only to check it
   */
  public Look look(String expression, boolean evaluate) {
    return stops.during(() -> lookAt(expression, evaluate));
  }

  private Look lookAt(String expression, boolean evaluate) {
    Question question = question(expression);
    if (question.program().isEmpty()) {
      return Look.failed(question.problems());
    }
    if (!evaluate) {
      return new Look(
          question.problems(),
          question.program().get().shownTypes().stream().findFirst(),
          Optional.empty(),
          Optional.empty(),
          0);
    }
    long from = System.nanoTime();
    return question.look(start(question.program().get()), from);
  }

  /**
   * Looks at an expression twice apart from the conversation: from nothing, and with what that has
   * made known. Where the first look fails there is no second.
   */
  public List<Look> time(String expression) {
    return stops.during(
        () -> {
          Question question = question(expression);
          if (question.program().isEmpty()) {
            return List.of(Look.failed(question.problems()));
          }
          long from = System.nanoTime();
          Run cold = question.program().get().start(Optional.empty());
          Look first = question.look(cold, from);
          if (first.result().isEmpty()) {
            return List.of(first);
          }
          long again = System.nanoTime();
          return List.of(
              first, question.look(question.program().get().start(Optional.of(cold)), again));
        });
  }

  /** An expression with the script that answers it; without one where it could not be checked. */
  private record Question(
      Composition composition, Optional<Program> program, List<Diagnostic> problems) {
    /** What came of it. */
    Look look(Run run, long from) {
      double seconds = (System.nanoTime() - from) * 1e-9;
      List<Diagnostic> all = new ArrayList<>(problems);
      run.problems().forEach(problem -> all.add(composition.told(problem)));
      if (run.stopped()) {
        all.add(stopped());
      }
      Optional<Result> result = run.results().stream().findFirst();
      return new Look(all, result.map(Result::type), result, result.map(run::origin), seconds);
    }
  }

  private Question question(String expression) {
    SourceText source = new SourceText(NAME, expression);
    ExpressionResult parsed = TideParser.parseExpression(source);
    if (parsed.expression().isEmpty() || !parsed.diagnostics().isEmpty()) {
      return new Question(null, Optional.empty(), parsed.diagnostics());
    }
    Map<String, Kept> below = new LinkedHashMap<>(kept);
    Map<String, Result> given = withLast(expression, Map.of(), below);
    Composition composition = new Composition(source, below.values());
    Program next = compile(composition, given);
    List<Diagnostic> problems =
        next.diagnostics().stream()
            .filter(d -> d.isError() || composition.isAboutEntry(d))
            .map(composition::told)
            .toList();
    return new Question(
        composition, next.isSound() ? Optional.of(next) : Optional.empty(), problems);
  }

  private static Diagnostic stopped() {
    return Diagnostic.error("E0516", "stopped before it was done");
  }

  /**
   * Sets a definition from outside, as {@code --set} does; the definition stays as it is.
   *
   * @param path a dotted name
   * @param expression its value; absent to let the definition hold again
   */
  public Answer set(String path, Optional<String> expression) {
    return stops.during(
        () -> {
          Map<String, String> before = new LinkedHashMap<>(settings);
          settings.remove(path);
          expression.ifPresent(text -> settings.put(path, writtenOut(text)));
          return settled(before, Set.of(path));
        });
  }

  /** Works out what changes with other settings, or goes back to those before. */
  private Answer settled(Map<String, String> before, Set<String> names) {
    Composition composition = new Composition(new SourceText(NAME, ""), kept.values());
    Program next = compile(composition, Map.of());
    if (!next.isSound()) {
      settings.clear();
      settings.putAll(before);
      return Answer.refused(errors(next, composition));
    }
    Map<String, Value> known = known();
    Run now = start(next);
    List<Part> parts = parts(now, Set.of(), composition, List.of());
    if (!now.stopped()) {
      parts.addAll(changes(now, known, names));
    }
    return new Answer(true, parts, false);
  }

  /** Forgets everything, and files are read again. */
  public void reset() {
    kept.clear();
    settings.clear();
    asked.clear();
    shown.clear();
    last = Optional.empty();
    program = Optional.empty();
    run = Optional.empty();
  }

  /** Forgets one definition; refused where another needs it. */
  public Answer forget(String name) {
    return stops.during(
        () -> {
          Kept gone = kept.get(name);
          Map<String, Kept> before = new LinkedHashMap<>(kept);
          Map<String, String> had = new LinkedHashMap<>(settings);
          kept.remove(name);
          settings.keySet().removeIf(path -> path.equals(name) || path.startsWith(name + "."));
          Answer answer = settled(had, Set.of(name));
          if (!answer.accepted()) {
            kept.clear();
            kept.putAll(before);
            settings.clear();
            settings.putAll(had);
          }
          return gone == null ? Answer.refused(List.of()) : answer;
        });
  }

  // ---- what helps typing

  /** How an entry, or a command, may go on at a place, the likeliest first. */
  public List<Completion> complete(String text, int cursor) {
    return insights.with(insight(), visible(), text).complete(text, cursor);
  }

  /** What each stretch of an entry is, in order, nothing twice. */
  public List<Highlight> highlight(String text) {
    return insights.with(insights.soon(visible()), visible(), text).highlight(text);
  }

  /** The bracket that belongs to the one at a place of an entry, or right before that place. */
  public OptionalInt matching(String text, int cursor) {
    return Insight.matching(text, cursor);
  }

  /** The innermost call that is being typed at a place. */
  public Optional<Signature> signature(String text, int cursor) {
    return insights.with(insight(), visible(), text).signature(text, cursor);
  }

  /** What would fit where a {@code ?} stands for a value in an entry; empty where none does. */
  public Optional<Part.Text> fits(String entry) {
    return insight().fits(entry).map(Part.Text::new);
  }

  private Insight insight() {
    return insights.of(visible());
  }

  /** What an entry sees, as text: what is kept, and {@code ans}. */
  private String visible() {
    boolean answered = last.isPresent() && !kept.containsKey(LastResult.NAME);
    return answered ? script() + last.get().definition().text() : script();
  }

  /** Where a statement stands, with the comment that documents it. */
  private static Span textOf(Statement statement, SourceText source) {
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
    return doc.map(comment -> comment.span().to(span)).orElse(span);
  }
}
