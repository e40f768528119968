package org.tidemark.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Checker;
import org.tidemark.check.Member;
import org.tidemark.check.ModuleSource;
import org.tidemark.check.Structure;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.ExchangeDeclaration;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Budget;
import org.tidemark.model.Outcome;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.Watch;

/**
 * The examples in a script's documentation: each {@code tide} block of a {@code ///} comment is run
 * as if it stood at the end of the script. The script is checked once for all of them, and what it
 * defines is worked out once, aside from those that change what the whole script says.
 */
final class DocExamples {
  private static final String OPEN = "```tide";
  private static final String CLOSE = "```";

  private final Vocabulary vocabulary;
  private final ModuleSource files;
  private final SourceText source;
  private final String path;
  private final LimitValues limits;

  DocExamples(
      Vocabulary vocabulary,
      ModuleSource files,
      SourceText source,
      String path,
      LimitValues limits) {
    this.limits = limits;
    this.vocabulary = vocabulary;
    this.files = files;
    this.source = source;
    this.path = path;
  }

  /** A block in the documentation of a definition. */
  private record Example(String name, String block, SourceText text) {
    /** Whether it speaks for the whole script, which the others must not hear. */
    boolean changesAll() {
      return TideParser.parse(text).script().statements().stream()
          .anyMatch(
              s ->
                  s instanceof UnitDeclaration
                      || s instanceof ExchangeDeclaration
                      || s instanceof CorrelateStatement);
    }

    AssertOutcome outcome(Optional<Diagnostic> wrong) {
      return new AssertOutcome(
          block.strip().replaceAll("\\s+", " "),
          Optional.empty(),
          Optional.of("example of " + name),
          wrong.isEmpty(),
          wrong);
    }
  }

  /** What came of each, as an assert that it runs and that its own asserts hold. */
  List<AssertOutcome> run(Structure script, Watch watch) {
    List<Example> examples = new ArrayList<>();
    collect(script, "", examples);
    if (examples.isEmpty()) {
      return List.of();
    }
    List<Example> together = examples.stream().filter(e -> !e.changesAll()).toList();
    Allowance allowance = Budget.forCompiling(limits);
    List<Optional<Diagnostic>> wrong = together(together, watch, allowance);
    List<AssertOutcome> outcomes = new ArrayList<>();
    int next = 0;
    for (Example example : examples) {
      boolean shared = next < together.size() && together.get(next) == example;
      outcomes.add(example.outcome(shared ? wrong.get(next++) : alone(example, watch, allowance)));
    }
    return outcomes;
  }

  private void collect(Structure structure, String prefix, List<Example> examples) {
    for (Member member : structure.ownMembers().values()) {
      String name = prefix + member.name();
      if (member.doc().isPresent()) {
        for (String block : blocks(member.doc().get().text())) {
          examples.add(
              new Example(
                  name, block, new SourceText(source.name() + ", example of " + name, block)));
        }
      }
      if (member.sort() == Member.Sort.MODEL) {
        collect(member.structure(), name + ".", examples);
      }
    }
  }

  private static List<String> blocks(String doc) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : doc.split("\n", -1)) {
      if (block == null && line.strip().equals(OPEN)) {
        block = new StringBuilder();
      } else if (block != null && line.strip().equals(CLOSE)) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  // ---- with one check of the script

  private List<Optional<Diagnostic>> together(
      List<Example> examples, Watch watch, Allowance allowance) {
    if (examples.isEmpty()) {
      return List.of();
    }
    CheckedProgram program =
        new Checker(vocabulary, files, allowance)
            .check(source, path, examples.stream().map(Example::text).toList());
    List<Optional<Diagnostic>> wrong = new ArrayList<>();
    for (Structure example : program.examples()) {
      wrong.add(
          program.diagnostics().stream()
              .filter(found -> found.isError() && isAbout(found, example.source()))
              .findFirst());
    }
    boolean puzzling =
        !program.isSound()
            && program.diagnostics().stream()
                .filter(Diagnostic::isError)
                .anyMatch(e -> examples.stream().noneMatch(one -> isAbout(e, one.text())));
    if (puzzling) {
      // one of them makes something wrong in the script, and only asking each tells which
      return examples.stream().map(example -> alone(example, watch, allowance)).toList();
    }
    List<Optional<Diagnostic>> failed =
        RunnableProgram.of(program, limits)
            .examples(example -> wrong.get(program.examples().indexOf(example)).isEmpty(), watch);
    for (int i = 0; i < wrong.size(); i++) {
      if (wrong.get(i).isEmpty()) {
        wrong.set(i, failed.get(i));
      }
    }
    return wrong;
  }

  /** Whether it lies in a text, or comes about by what stands in it. */
  private static boolean isAbout(Diagnostic found, SourceText text) {
    return found.location().filter(at -> at.source() == text).isPresent()
        || found.labels().stream().anyMatch(label -> label.location().source() == text);
  }

  // ---- at the end of the script

  private Optional<Diagnostic> alone(Example example, Watch watch, Allowance allowance) {
    String before = source.text() + "\n";
    SourceText text = new SourceText(example.text().name(), before + example.block());
    CheckedProgram program = new Checker(vocabulary, files, allowance).check(text, path);
    List<Diagnostic> wrong = new ArrayList<>();
    for (Diagnostic diagnostic : program.diagnostics()) {
      if (diagnostic.isError()) {
        wrong.add(diagnostic);
      }
    }
    if (program.isSound()) {
      Outcome outcome = RunnableProgram.of(program, limits).run(watch);
      for (Diagnostic diagnostic : outcome.problems()) {
        if (isAfter(diagnostic, text, before.length())) {
          wrong.add(diagnostic);
        }
      }
      for (AssertOutcome one : outcome.asserts()) {
        one.failure().filter(f -> isAfter(f, text, before.length())).ifPresent(wrong::add);
      }
    }
    return wrong.stream().findFirst();
  }

  private static boolean isAfter(Diagnostic diagnostic, SourceText text, int offset) {
    return diagnostic
            .location()
            .filter(l -> l.source() == text && l.span().start() >= offset)
            .isPresent()
        || diagnostic.labels().stream()
            .anyMatch(
                label ->
                    label.location().source() == text && label.location().span().start() >= offset);
  }
}
