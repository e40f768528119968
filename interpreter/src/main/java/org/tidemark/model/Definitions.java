package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.check.DeepStack;
import org.tidemark.check.Member;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.Value;

/** All definitions of a script, worked out. */
final class Definitions {
  private static final String HEADING = "// ----";
  private static final String AS_OF = "as_of";

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
      value = Optional.of(DeepStack.withRoom(() -> cell.read(evaluation)));
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
        FirstSentence.of(member.doc()),
        asOf(member),
        grade(member).or(() -> EvidenceTrail.of(cell).weakest()));
  }

  private static Optional<Evidence.Grade> grade(Member member) {
    return member.annotations().stream()
        .flatMap(annotation -> Evidence.Grade.of(annotation.name().name()).stream())
        .findFirst();
  }

  private static String asOf(Member member) {
    for (Annotation annotation : member.annotations()) {
      for (Argument argument : annotation.arguments()) {
        boolean named = argument.name().filter(name -> name.name().equals(AS_OF)).isPresent();
        if (named && argument.value() instanceof TextLiteral text) {
          return text.constant();
        }
      }
    }
    return "";
  }
}
