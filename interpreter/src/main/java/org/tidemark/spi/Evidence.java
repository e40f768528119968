package org.tidemark.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a result rests on.
 *
 * @param inputs each once, in the order in which they were met
 */
public record Evidence(List<Input> inputs) {
  /** Copies its list. */
  public Evidence {
    inputs = List.copyOf(inputs);
  }

  /**
   * An input: a definition or a field that is written as a literal, or that carries a grade.
   *
   * @param name its path, {@code inference.demand}
   * @param value as it is shown
   * @param grade how far it is to be trusted
   * @param source where it comes from, empty where nobody says
   * @param uncertain whether it stands for the median of a distribution
   */
  public record Input(String name, String value, Grade grade, String source, boolean uncertain) {}

  /** How far an input is to be trusted, strongest first. */
  public enum Grade {
    /** Measured by somebody who is named. */
    MEASURED,
    /** Estimated from measurements. */
    ESTIMATED,
    /** A projection of the future. */
    PROJECTED,
    /** Follows from how the framework is set up. */
    FRAMEWORK,
    /** Assumed. */
    ASSUMED,
    /** Nobody says. */
    UNGRADED;

    /** As it is written after {@code @}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The grade of a word, where it is one. */
    public static Optional<Grade> of(String word) {
      for (Grade grade : values()) {
        if (grade != UNGRADED && grade.word().equals(word)) {
          return Optional.of(grade);
        }
      }
      return Optional.empty();
    }
  }

  /** The weakest grade among the inputs; absent where there are none. */
  public Optional<Grade> weakest() {
    Grade weakest = null;
    for (Input input : inputs) {
      if (weakest == null || input.grade().compareTo(weakest) > 0) {
        weakest = input.grade();
      }
    }
    return Optional.ofNullable(weakest);
  }

  /** Whether some input stands for its median. */
  public boolean atMedians() {
    return inputs.stream().anyMatch(Input::uncertain);
  }
}
