package org.tidemark.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a result rests on: its inputs, each once, in the order in which they were met. They are
 * looked up when somebody asks.
 */
public final class Evidence {
  private final Supplier<List<Input>> source;
  private final BooleanSupplier medians;
  private final Supplier<List<Missing>> gaps;
  private List<Input> inputs;

  private Evidence(
      Supplier<List<Input>> source, BooleanSupplier medians, Supplier<List<Missing>> gaps) {
    this.source = source;
    this.medians = medians;
    this.gaps = gaps;
  }

  /** Evidence of inputs that are known. */
  public Evidence(List<Input> inputs) {
    this(null, () -> inputs.stream().anyMatch(Input::uncertain), List::of);
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Evidence that is worked out when it is asked for.
   *
   * @param inputs finds the inputs
   * @param atMedians tells, more cheaply, whether one of them stands for its median
   * @param missing finds the inputs that are missing
   */
  public static Evidence lazily(
      Supplier<List<Input>> inputs, BooleanSupplier atMedians, Supplier<List<Missing>> missing) {
    return new Evidence(inputs, atMedians, missing);
  }

  /** The inputs. */
  public synchronized List<Input> inputs() {
    if (inputs == null) {
      inputs = List.copyOf(source.get());
    }
    return inputs;
  }

  /** The inputs whose value is {@code missing}, in the order in which they were met. */
  public List<Missing> missing() {
    return List.copyOf(gaps.get());
  }

  /**
   * An input that has no value.
   *
   * @param name its path
   * @param doc the first sentence of its documentation, empty where there is none
   * @param source where it would come from, empty where nobody says
   */
  public record Missing(String name, String doc, String source) {
    /** The name, what it is and its source, on one line. */
    public String text() {
      String words = doc.isEmpty() ? name : name + ": " + doc;
      return source.isEmpty() ? words : words + " (" + source + ")";
    }
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
    for (Input input : inputs()) {
      if (weakest == null || input.grade().compareTo(weakest) > 0) {
        weakest = input.grade();
      }
    }
    return Optional.ofNullable(weakest);
  }

  /** Whether some input stands for its median. */
  public boolean atMedians() {
    return medians.getAsBoolean();
  }
}
