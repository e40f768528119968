package org.tidemark.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.quantity.Spelling;

/** How a chart is to look, as far as the script says so. */
public final class PlotWishes {
  /** What stands behind {@code @}. */
  private static final List<String> WORDS =
      List.of("title", "labels", "log", "linear", "points", "lines", "bars", "steps");

  /** How numbers are drawn. */
  public enum Form {
    /** Each by itself. */
    POINTS,
    /** Joined by straight lines. */
    LINES,
    /** As bars from zero. */
    BARS,
    /** Each holding until the next. */
    STEPS
  }

  /** The two axes. */
  public enum Side {
    /** Across. */
    X,
    /** Up. */
    Y
  }

  private String title;
  private Form form;
  private final Map<Side, String> labels = new EnumMap<>(Side.class);
  private final Map<Side, Boolean> logarithmic = new EnumMap<>(Side.class);

  private PlotWishes() {}

  /** What correct wishes say. */
  public static PlotWishes of(List<Annotation> annotations) {
    return read(annotations, null, new ArrayList<>());
  }

  /** What is wrong with some wishes. */
  static List<Diagnostic> problems(List<Annotation> annotations, SourceText source) {
    List<Diagnostic> problems = new ArrayList<>();
    read(annotations, source, problems);
    return problems;
  }

  /** What stands above the chart. */
  public Optional<String> title() {
    return Optional.ofNullable(title);
  }

  /** How numbers are drawn. */
  public Optional<Form> form() {
    return Optional.ofNullable(form);
  }

  /** What stands along an axis. */
  public Optional<String> label(Side side) {
    return Optional.ofNullable(labels.get(side));
  }

  /** Whether an axis is logarithmic. */
  public Optional<Boolean> logarithmic(Side side) {
    return Optional.ofNullable(logarithmic.get(side));
  }

  private static PlotWishes read(
      List<Annotation> annotations, SourceText source, List<Diagnostic> problems) {
    PlotWishes wishes = new PlotWishes();
    for (Annotation annotation : annotations) {
      String word = annotation.name().name();
      switch (word) {
        case "title" -> wishes.readTitle(annotation, source, problems);
        case "labels" -> wishes.readLabels(annotation, source, problems);
        case "log", "linear" -> wishes.readScale(annotation, source, problems);
        default -> wishes.readForm(annotation, source, problems);
      }
    }
    return wishes;
  }

  private void readTitle(Annotation wish, SourceText source, List<Diagnostic> problems) {
    Optional<String> text = onlyText(wish);
    if (text.isEmpty()) {
      problems.add(wrong(wish, source, "@title takes one text", "@title(\"Cost of memory\")"));
    } else if (title != null) {
      problems.add(twice(wish, source, "title"));
    } else {
      title = text.get();
    }
  }

  private void readLabels(Annotation wish, SourceText source, List<Diagnostic> problems) {
    boolean fine = !wish.arguments().isEmpty();
    for (Argument argument : wish.arguments()) {
      Optional<String> text = text(argument);
      Optional<Side> side = argument.name().flatMap(name -> side(name.name()));
      if (text.isEmpty() || side.isEmpty()) {
        fine = false;
      } else if (labels.put(side.get(), text.get()) != null) {
        problems.add(twice(wish, source, "label of " + argument.name().get().name()));
      }
    }
    if (!fine) {
      problems.add(
          wrong(
              wish,
              source,
              "@labels takes a text for x, for y or for both",
              "@labels(x: \"cumulative output\", y: \"cost\")"));
    }
  }

  private void readScale(Annotation wish, SourceText source, List<Diagnostic> problems) {
    String word = wish.name().name();
    String sides = onlyText(wish).orElse("");
    if (!sides.equals("x") && !sides.equals("y") && !sides.equals("xy")) {
      problems.add(
          wrong(
              wish,
              source,
              "@" + word + " takes the axes: \"x\", \"y\" or \"xy\"",
              "@" + word + "(\"y\")"));
      return;
    }
    for (Side side : Side.values()) {
      String name = side == Side.X ? "x" : "y";
      if (sides.contains(name) && logarithmic.put(side, word.equals("log")) != null) {
        problems.add(twice(wish, source, "scale of " + name));
      }
    }
  }

  private void readForm(Annotation wish, SourceText source, List<Diagnostic> problems) {
    String word = wish.name().name();
    Optional<Form> wanted =
        switch (word) {
          case "points" -> Optional.of(Form.POINTS);
          case "lines" -> Optional.of(Form.LINES);
          case "bars" -> Optional.of(Form.BARS);
          case "steps" -> Optional.of(Form.STEPS);
          default -> Optional.empty();
        };
    if (wanted.isEmpty()) {
      problems.add(unknown(wish, source));
    } else if (!wish.arguments().isEmpty()) {
      problems.add(wrong(wish, source, "@" + word + " stands by itself", "@" + word));
    } else if (form != null) {
      problems.add(twice(wish, source, "form"));
    } else {
      form = wanted.get();
    }
  }

  private static Optional<Side> side(String name) {
    return switch (name) {
      case "x" -> Optional.of(Side.X);
      case "y" -> Optional.of(Side.Y);
      default -> Optional.empty();
    };
  }

  private static Optional<String> onlyText(Annotation wish) {
    return wish.arguments().size() == 1 && wish.arguments().get(0).name().isEmpty()
        ? text(wish.arguments().get(0))
        : Optional.empty();
  }

  private static Optional<String> text(Argument argument) {
    return argument.value() instanceof TextLiteral text && text.isConstant()
        ? Optional.of(text.constant())
        : Optional.empty();
  }

  // ---- what is wrong

  private static Diagnostic wrong(
      Annotation wish, SourceText source, String message, String example) {
    return Diagnostic.error("E0555", message, source, wish.span())
        .withHelp("for example " + example);
  }

  private static Diagnostic twice(Annotation wish, SourceText source, String what) {
    return Diagnostic.error("E0555", "the " + what + " is given twice", source, wish.span())
        .withHelp("keep one");
  }

  private static Diagnostic unknown(Annotation wish, SourceText source) {
    String word = wish.name().name();
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0554", "there is no @" + word + " for plots", source, wish.name().span());
    for (String near : Spelling.closest(word, WORDS, 1)) {
      diagnostic = diagnostic.withHelp("did you mean @" + near + "?");
    }
    return diagnostic.withHelp("a plot takes @" + String.join(" @", WORDS));
  }
}
