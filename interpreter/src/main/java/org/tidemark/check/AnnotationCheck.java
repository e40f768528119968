package org.tidemark.check;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.Evidence;

/** Checks the grade, the sources and the further names of a definition. */
final class AnnotationCheck {
  private static final String CODE = "E0217";

  private final Member member;
  private final Findings findings;

  private AnnotationCheck(Member member, Findings findings) {
    this.member = member;
    this.findings = findings;
  }

  static void check(Member member, Findings findings) {
    if (!member.annotations().isEmpty()) {
      new AnnotationCheck(member, findings).check(member.annotations());
    }
  }

  private void check(List<Annotation> annotations) {
    Annotation grade = null;
    Annotation index = null;
    Annotation observed = null;
    for (Annotation annotation : annotations) {
      String word = annotation.name().name();
      switch (word) {
        case Annotations.SOURCE -> {
          if (requireTexts(annotation)) {
            source(annotation, true);
          }
        }
        case Annotations.INDEX -> {
          once(
              index,
              annotation,
              "is indexed twice",
              "names",
              "give all names in one @index(\"…\", \"…\")");
          index = annotation;
          requireNames(annotation);
        }
        case Annotations.OBSERVED -> {
          once(observed, annotation, "says twice how it is observed", "way", "keep one");
          observed = annotation;
          observed(annotation);
        }
        default -> {
          if (Evidence.Grade.of(word).isEmpty()) {
            unknown(annotation);
            requireTexts(annotation);
            continue;
          }
          once(
              grade,
              annotation,
              "is graded twice",
              "grade",
              "keep one; a grade stands behind or below what it grades, not above it");
          grade = annotation;
          if (requireTexts(annotation)) {
            source(annotation, false);
          }
        }
      }
    }
  }

  private void once(Annotation first, Annotation second, String what, String label, String help) {
    if (first != null) {
      findings.add(
          error(second.span(), member.name().concat(" ").concat(what))
              .withLabel(member.source(), first.span(), "the first ".concat(label))
              .withHelp(help));
    }
  }

  private void unknown(Annotation annotation) {
    String word = annotation.name().name();
    Diagnostic diagnostic =
        error(annotation.name().span(), "there is no grade called ".concat(word));
    for (String near : Spelling.closest(word, Annotations.words(), 1)) {
      diagnostic = diagnostic.withHelp("did you mean @" + near + "?");
    }
    findings.add(
        diagnostic
            .withHelp("the grades are @" + String.join(" @", Annotations.grades()))
            .withHelp("@source names a source without a grade"));
  }

  private boolean requireTexts(Annotation annotation) {
    boolean fine = true;
    for (Argument argument : annotation.arguments()) {
      if (!isText(argument)) {
        fine = false;
        findings.add(
            error(argument.span(), "a source is a text")
                .withHelp("for example: @measured(\"Reuters 2026\", url: \"...\")"));
      }
    }
    return fine;
  }

  /** Sources under a name are where to read it and the day for which it holds. */
  private void source(Annotation annotation, boolean wanted) {
    boolean any = false;
    for (Argument argument : annotation.arguments()) {
      Optional<String> name = argument.name().map(n -> n.name());
      any |= name.isEmpty();
      if (name.isPresent()
          && !name.get().equals(Annotations.URL)
          && !name.get().equals(Annotations.AS_OF)) {
        findings.add(
            error(argument.span(), "a source has no ".concat(name.get()))
                .withHelp(
                    "it has texts, a url: and an as_of:, as in @measured(\"Reuters\", as_of:"
                        + " \"2026-05\")"));
      }
    }
    if (wanted && !any) {
      findings.add(
          error(annotation.span(), "@source takes the source as a text")
              .withHelp("for example: @source(\"Reuters 2026\", url: \"...\")"));
    }
  }

  private void requireNames(Annotation annotation) {
    boolean fine = !annotation.arguments().isEmpty();
    for (Argument argument : annotation.arguments()) {
      fine &=
          isText(argument)
              && argument.name().isEmpty()
              && !((TextLiteral) argument.value()).constant().isBlank();
    }
    if (!fine) {
      findings.add(
          error(annotation.span(), "@index takes names as texts")
              .withHelp("for example: @index(\"048\", \"MECH-029\")"));
    }
  }

  private void observed(Annotation annotation) {
    if (annotation.arguments().size() != 1
        || !isText(annotation.arguments().get(0))
        || annotation.arguments().get(0).name().isPresent()) {
      findings.add(
          error(annotation.span(), "@observed takes one text: how it is measured")
              .withHelp("for example: @observed(\"the price of a wafer, as Reuters reports it\")"));
    } else if (!member.isParam()) {
      findings.add(
          error(annotation.span(), "only an input is observed, and " + member.name() + " is none")
              .withHelp("write param " + member.name() + " = missing"));
    } else if (member.owner().sort() == Structure.Sort.MODEL || member.owner().sort().isNoModel()) {
      findings.add(
          error(
                  annotation.span(),
                  "what is observed is an input of the whole script, and "
                      + member.name()
                      + " stands inside "
                      + member.owner().name())
              .withHelp("move it to the outermost level, where its name is the script's"));
    } else if (!isMissing(member.definition().value())) {
      findings.add(
          Diagnostic.error(
                  "E0450",
                  member.name() + " is observed, so it has no value of its own",
                  member.source(),
                  member.definition().value().span())
              .withHelp("write missing in its place")
              .withHelp("what has been observed stands in a table of observations"));
    }
  }

  private static boolean isMissing(Expression value) {
    return value instanceof NameReference name && name.name().equals("missing");
  }

  private static boolean isText(Argument argument) {
    return argument.value() instanceof TextLiteral text && text.isConstant();
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.error(CODE, message, member.source(), span);
  }
}
