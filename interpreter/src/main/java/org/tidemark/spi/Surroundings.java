package org.tidemark.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

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

  /**
   * The bytes of a file beside the script that is being evaluated.
   *
   * @throws Problem where the path leads out of the script's folder
   * @throws IOException where it cannot be read
   */
  default byte[] bytes(String path) throws IOException {
    return read(path).getBytes(StandardCharsets.UTF_8);
  }

  /** What plugins add to the function that is called. */
  default Extensions extensions() {
    return Extensions.NONE;
  }

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

  /**
   * Asks whether a list of so many elements or a table of so many rows may be made, before it is.
   *
   * @throws NoValue where whoever runs the script allows no such list
   */
  default void allow(long elements) {}

  /**
   * Asks whether a text of so many characters may be made, before it is.
   *
   * @throws NoValue where whoever runs the script allows no such text
   */
  default void allowText(long characters) {}

  /**
   * Asks whether a model may be asked so many times, before anything is prepared for it. What is
   * then asked is counted by itself.
   *
   * @throws NoValue where whoever runs the script does not allow it
   */
  default void allowDraws(long draws) {}

  /**
   * Says that long work begins. Whoever does it adds to what is done and closes it at the end.
   *
   * @param what in words, {@code "sampling nash.time"}
   * @param total how much there is to do, in the unit that is counted; 0 where that is not known
   * @param unit what is counted, {@code "draws"}
   */
  default Progress progress(String what, long total, String unit) {
    return Progress.NONE;
  }

  /**
   * Says that long work begins that is of use when it is ended early; the rest is as for {@link
   * #progress}. See {@link Progress#isToFinish()}.
   *
   * @throws NoValue where the evaluation was asked to end, so that no more of it is to begin
   */
  default Progress keepable(String what, long total, String unit) {
    return progress(what, total, unit);
  }

  /**
   * A function of the script for a solver that calls it many times.
   *
   * @param function a function, or anything else that can be called
   * @param parameters what each number stands for: a quantity, a date or a truth value; problems
   *     speak of quantities in the units of their types
   */
  default NumericFunction numeric(Value function, List<? extends Type> parameters) {
    return new SingleFunction(numericSystem(List.of(function), parameters));
  }

  /** Several functions of the same arguments, for a solver that calls them together. */
  default NumericSystem numericSystem(
      List<? extends Value> functions, List<? extends Type> parameters) {
    List<Function<List<Value>, Value>> calls = new ArrayList<>();
    for (Value function : functions) {
      calls.add(
          function instanceof ObjectValue object
              ? arguments -> object.call(arguments.get(0))
              : ((FunctionValue) function)::call);
    }
    return new EvaluatedSystem(calls, parameters);
  }

  /**
   * A short cut to several functions of the same arguments, for a solver that makes the values
   * itself.
   *
   * @param arguments of each function
   * @param results of each function, in order
   */
  default NumericShortcut shortcut(
      List<? extends Value> functions,
      List<? extends NumericArgument> arguments,
      List<NumericResult> results) {
    return NumericShortcut.NONE;
  }
}
