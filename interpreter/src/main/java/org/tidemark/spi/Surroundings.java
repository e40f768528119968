package org.tidemark.spi;

import java.io.IOException;
import java.util.Optional;
import org.tidemark.quantity.UnitTable;

/** What a plugin's code may ask of the evaluation around it. */
public interface Surroundings {
  /** The units known to the script. */
  UnitTable units();

  /**
   * The text of a file beside the script that is being evaluated.
   *
   * @throws Problem where the path leads out of the script's folder
   * @throws IOException where it cannot be read
   */
  String read(String path) throws IOException;

  /** Where what runs stands, while something is evaluated as it runs. */
  Optional<Moment> moment();

  /** The name of the declaration that is being evaluated, {@code nash}. */
  Optional<String> declared();

  /**
   * Gives a caller that wants the evaluation to stop its chance; long loops call it now and then.
   *
   * @throws Problem where it is to stop
   */
  void checkpoint();
}
