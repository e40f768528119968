package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.spi.Accept;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.Type;

/** A list of comparisons written in place, taken apart into their sides. */
final class Comparisons {
  /** What the arguments that are taken apart take. */
  static final Accept TAKEN =
      new Accept("a comparison or a list of them", Comparisons::isTruth, false);

  private final List<Lazy> written = new ArrayList<>();
  private final List<Lazy.Sides> sides = new ArrayList<>();

  private Comparisons() {}

  /**
   * The comparisons of an argument.
   *
   * @param operators those that are taken
   * @param parameter whose argument it is
   * @param help what one would look like
   */
  static Comparisons of(Lazy argument, Set<String> operators, String parameter, String help) {
    Comparisons comparisons = new Comparisons();
    for (Lazy element : flat(argument)) {
      Lazy.Sides both =
          element
              .comparison()
              .filter(s -> operators.contains(s.operator()))
              .orElseThrow(
                  () ->
                      Problem.of(
                              "E0532",
                              oneLine(element.text())
                                  + " is not a comparison with "
                                  + String.join(" or ", operators.stream().sorted().toList()))
                          .withHelp("write both sides in place, for example " + help)
                          .about(parameter));
      comparisons.written.add(element);
      comparisons.sides.add(both);
    }
    return comparisons;
  }

  /** The comparisons of lists in lists, as those of one list. */
  private static List<Lazy> flat(Lazy argument) {
    List<Lazy> elements = argument.elements();
    if (elements.size() == 1 && elements.get(0) == argument) {
      return elements;
    }
    return elements.stream().flatMap(element -> flat(element).stream()).toList();
  }

  /** Whether values of a type can be comparisons written in place. */
  private static boolean isTruth(Type type) {
    return type == BasicType.BOOL
        || type == BasicType.UNKNOWN
        || type instanceof ListType list && isTruth(list.element());
  }

  int size() {
    return sides.size();
  }

  Lazy.Sides sides(int i) {
    return sides.get(i);
  }

  /** Comparison i on one line, as it is written. */
  String text(int i) {
    return oneLine(written.get(i).text());
  }

  /** The left sides, then the right ones. */
  List<Lazy> leftThenRight() {
    List<Lazy> all = new ArrayList<>();
    sides.forEach(s -> all.add(s.left()));
    sides.forEach(s -> all.add(s.right()));
    return all;
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
