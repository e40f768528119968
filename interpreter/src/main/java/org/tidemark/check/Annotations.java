package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;

/** What the words behind a definition say: {@code @measured("…", url: "…", as_of: "…")}. */
public final class Annotations {
  /** Names a source and no grade. */
  public static final String SOURCE = "source";

  /** Further names under which a definition is found. */
  public static final String INDEX = "index";

  /** How an input is observed. */
  public static final String OBSERVED = "observed";

  /** The day for which a source holds. */
  static final String AS_OF = "as_of";

  /** Where a source is to be read. */
  static final String URL = "url";

  private Annotations() {}

  /** The words that may stand behind {@code @} at a definition, grades first. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(grades());
    words.addAll(List.of(SOURCE, INDEX, OBSERVED));
    return words;
  }

  /** The words for grades, strongest first. */
  static List<String> grades() {
    List<String> grades = new ArrayList<>();
    for (Evidence.Grade grade : Evidence.Grade.values()) {
      if (grade != Evidence.Grade.UNGRADED) {
        grades.add(grade.word());
      }
    }
    return grades;
  }

  /** The grade; absent where there is none. */
  public static Optional<Evidence.Grade> grade(List<Annotation> annotations) {
    if (annotations.isEmpty()) {
      return Optional.empty();
    }
    return annotations.stream()
        .flatMap(annotation -> Evidence.Grade.of(annotation.name().name()).stream())
        .findFirst();
  }

  /** The sources of a grade and those that stand by themselves; empty where nobody names one. */
  public static String source(List<Annotation> annotations) {
    if (annotations.isEmpty()) {
      return "";
    }
    return String.join(
        "; ",
        annotations.stream()
            .filter(Annotations::namesSource)
            .map(Annotations::source)
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static boolean namesSource(Annotation annotation) {
    String word = annotation.name().name();
    return word.equals(SOURCE) || Evidence.Grade.of(word).isPresent();
  }

  private static String source(Annotation annotation) {
    List<String> parts = new ArrayList<>();
    for (Argument argument : annotation.arguments()) {
      if (argument.value() instanceof TextLiteral text && !isAsOf(argument)) {
        parts.add(text.constant());
      }
    }
    asOf(annotation).map("as of "::concat).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** The day for which the first source holds that names one; absent where none does. */
  public static Optional<String> asOf(List<Annotation> annotations) {
    return annotations.stream().flatMap(annotation -> asOf(annotation).stream()).findFirst();
  }

  private static Optional<String> asOf(Annotation annotation) {
    return annotation.arguments().stream()
        .filter(Annotations::isAsOf)
        .map(Argument::value)
        .filter(TextLiteral.class::isInstance)
        .map(text -> ((TextLiteral) text).constant())
        .findFirst();
  }

  private static boolean isAsOf(Argument argument) {
    return argument.name().filter(name -> name.name().equals(AS_OF)).isPresent();
  }

  /** The further names that {@code @index} gives. */
  public static List<String> index(List<Annotation> annotations) {
    return texts(annotations, INDEX);
  }

  /** How an input is observed, where {@code @observed} says it. */
  public static Optional<String> observed(List<Annotation> annotations) {
    return texts(annotations, OBSERVED).stream().findFirst();
  }

  private static List<String> texts(List<Annotation> annotations, String word) {
    List<String> texts = new ArrayList<>();
    for (Annotation annotation : annotations) {
      if (annotation.name().name().equals(word)) {
        for (Argument argument : annotation.arguments()) {
          if (argument.value() instanceof TextLiteral text) {
            texts.add(text.constant());
          }
        }
      }
    }
    return texts;
  }
}
