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
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.Watch;

/**
 * The examples in a script's documentation: each {@code tide} block of a {@code ///} comment is run
 * as if it stood at the end of the script.
 */
final class DocExamples {
  private static final String OPEN = "```tide";
  private static final String CLOSE = "```";

  private final Vocabulary vocabulary;
  private final ModuleSource files;
  private final SourceText source;
  private final String path;

  DocExamples(Vocabulary vocabulary, ModuleSource files, SourceText source, String path) {
    this.vocabulary = vocabulary;
    this.files = files;
    this.source = source;
    this.path = path;
  }

  /** What came of each, as an assert that it runs and that its own asserts hold. */
  List<AssertOutcome> run(Structure script, Watch watch) {
    List<AssertOutcome> outcomes = new ArrayList<>();
    collect(script, "", outcomes, watch);
    return outcomes;
  }

  private void collect(
      Structure structure, String prefix, List<AssertOutcome> outcomes, Watch watch) {
    for (Member member : structure.ownMembers().values()) {
      String name = prefix + member.name();
      if (member.doc().isPresent()) {
        for (String block : blocks(member.doc().get().text())) {
          outcomes.add(run(name, block, watch));
        }
      }
      if (member.sort() == Member.Sort.MODEL) {
        collect(member.structure(), name + ".", outcomes, watch);
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

  private AssertOutcome run(String name, String block, Watch watch) {
    String before = source.text() + "\n";
    SourceText text = new SourceText(source.name() + ", example of " + name, before + block);
    CheckedProgram program = new Checker(vocabulary, files).check(text, path);
    List<Diagnostic> wrong = new ArrayList<>();
    for (Diagnostic diagnostic : program.diagnostics()) {
      if (diagnostic.isError() && isAfter(diagnostic, text, before.length())) {
        wrong.add(diagnostic);
      }
    }
    if (wrong.isEmpty() && program.isSound()) {
      Outcome outcome = RunnableProgram.of(program).run(watch);
      for (Diagnostic diagnostic : outcome.problems()) {
        if (isAfter(diagnostic, text, before.length())) {
          wrong.add(diagnostic);
        }
      }
      for (AssertOutcome one : outcome.asserts()) {
        one.failure().filter(f -> isAfter(f, text, before.length())).ifPresent(wrong::add);
      }
    }
    return new AssertOutcome(
        block.strip().replaceAll("\\s+", " "),
        Optional.empty(),
        Optional.of("example of " + name),
        wrong.isEmpty() && program.isSound(),
        wrong.stream().findFirst());
  }

  private static boolean isAfter(Diagnostic diagnostic, SourceText text, int offset) {
    return diagnostic
        .location()
        .filter(l -> l.source().name().equals(text.name()) && l.span().start() >= offset)
        .isPresent();
  }
}
