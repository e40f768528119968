package org.tidemark.spi.foreign;

import java.util.Optional;

/** Something wrong in a text of another language, or while it runs. */
public final class ForeignProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean stopped;
  private final transient Place place;

  private ForeignProblem(String message, boolean stopped, Place place) {
    super(message, null, false, false);
    this.stopped = stopped;
    this.place = place;
  }

  /**
   * A place in the text.
   *
   * @param start the first character, counted from 0
   * @param end the one behind the last
   */
  public record Place(int start, int end) {}

  /** The text is wrong, or what runs has failed; in the words of the language. */
  public static ForeignProblem of(String message) {
    return new ForeignProblem(message, false, null);
  }

  /** Somebody has stopped it. */
  public static ForeignProblem ofStop() {
    return new ForeignProblem("stopped", true, null);
  }

  /** The same at a place of the text. */
  public ForeignProblem at(Place where) {
    return new ForeignProblem(getMessage(), stopped, where);
  }

  /** Whether somebody has stopped it. */
  public boolean isStop() {
    return stopped;
  }

  /** Where in the text. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }
}
