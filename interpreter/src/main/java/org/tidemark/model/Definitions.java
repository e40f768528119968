package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.check.Annotations;
import org.tidemark.check.Member;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.spi.value.Value;

/** All definitions of a script, worked out. */
final class Definitions {
  private static final String HEADING = "// ----";

  private final Instance main;
  private final Evaluation evaluation;
  private final TreeMap<Integer, String> headings = new TreeMap<>();

  Definitions(Instance main, Evaluation evaluation) {
    this.main = main;
    this.evaluation = evaluation;
    SourceText source = main.structure().source();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line).strip();
      if (text.startsWith(HEADING)) {
        headings.put(line, text.substring(HEADING.length()).strip());
      }
    }
  }

  List<Defined> all() {
    List<Defined> all = new ArrayList<>();
    for (Member member : main.structure().ownMembers().values()) {
      if (member.sort() == Member.Sort.DEFINITION) {
        all.add(one(member));
      }
    }
    return all;
  }

  private Defined one(Member member) {
    Cell cell = main.cell(member.name());
    Optional<Value> value;
    try {
      value = Optional.of(evaluation.withRoom(() -> cell.read(evaluation)));
    } catch (EvaluationFailure refused) {
      if (refused.isPassing()) {
        throw refused;
      }
      value = Optional.empty();
    }
    int line = member.source().line(member.location().span().start());
    var above = headings.floorEntry(line);
    return new Defined(
        member.name(),
        above == null ? "" : above.getValue(),
        value,
        member.doc().map(DocComment::headline).orElse(""),
        Annotations.asOf(member.annotations()).orElse(""),
        Annotations.grade(member.annotations()).or(() -> EvidenceTrail.of(cell).weakest()));
  }
}
