package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.ForeignPlace;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * A function of another language. It is taken to give the same for the same arguments, so that its
 * values may be kept, left out and asked for in any order, on any number of threads.
 */
final class ForeignCallable implements FunctionValue {
  private final ForeignText text;
  private final Frame frame;

  ForeignCallable(ForeignText text, Frame frame) {
    this.text = text;
    this.frame = frame;
  }

  /** The same in another evaluation. */
  ForeignCallable moved(Transplant transplant) {
    return new ForeignCallable(text, transplant.frame(frame));
  }

  /** Where its text stands, in words. */
  String origin() {
    return text.file().engine().language() + " in " + text.file().text().name();
  }

  @Override
  public Value call(List<Value> arguments) {
    return call(arguments, text.location());
  }

  /**
   * Calls it.
   *
   * @param given null or left out where the default stands in
   * @param place of the call
   */
  Value call(List<Value> given, Location place) {
    Evaluation evaluation = frame.evaluation;
    if (evaluation.peeking() != null) {
      throw new NoKernel("it calls a foreign function");
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < text.parameters().size(); i++) {
      Value argument = i < given.size() ? given.get(i) : null;
      arguments.add(argument != null ? argument : text.defaults().get(i).evaluate(frame));
    }
    if (arguments.contains(SpecialValue.MISSING)) {
      // as arithmetic does
      return SpecialValue.MISSING;
    }
    evaluation.spending().checkpoint();
    Value result = plainCall(arguments, place);
    return evaluation.inputs() == null
        ? result
        : evaluation.inputs().called(arguments, result, moved -> plainCall(moved, place));
  }

  private Value plainCall(List<Value> arguments, Location place) {
    Evaluation evaluation = frame.evaluation;
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      numbers.add(out(i, arguments.get(i), place));
    }
    try {
      Returned returned =
          evaluation.foreign().with(text.file(), evaluation, context -> run(context, numbers));
      return in(returned, numbers, place);
    } catch (ForeignProblem problem) {
      if (problem.isStop()) {
        throw evaluation.spending().whyStopped(place);
      }
      Diagnostic diagnostic =
          error(place, "E0728", text.name() + " failed in " + text.file().text().name());
      throw new EvaluationFailure(
          ForeignPlace.shown(diagnostic, text.file().text(), problem).withHelp(calledWith(numbers)),
          false);
    } catch (Unfit unfit) {
      throw new EvaluationFailure(there(unfit.diagnostic, unfit.there), false);
    }
  }

  private Value in(Returned returned, List<Object> numbers, Location place) {
    try {
      return text.result().in(returned.result());
    } catch (Crossing.Misfit misfit) {
      Diagnostic diagnostic =
          error(
                  place,
                  "E0727",
                  text.name()
                      + " gave "
                      + misfit.getMessage()
                      + ", and "
                      + text.result().words()
                      + " is declared")
              .withHelp(calledWith(numbers));
      throw new EvaluationFailure(there(diagnostic, returned.there()), false);
    }
  }

  private static Diagnostic error(Location place, String code, String message) {
    return Diagnostic.error(code, message, place.source(), place.span());
  }

  private Diagnostic there(Diagnostic diagnostic, Optional<ForeignProblem.Place> there) {
    return there
        .map(at -> ForeignPlace.shown(diagnostic, text.file().text(), at, "it stands here"))
        .orElse(diagnostic);
  }

  /**
   * What a call gave.
   *
   * @param there where the function stands in its file
   */
  private record Returned(Object result, Optional<ForeignProblem.Place> there) {}

  private Object out(int index, Value argument, Location place) {
    try {
      return text.arguments().get(index).out(argument);
    } catch (Crossing.Misfit misfit) {
      throw frame.evaluation.fail(
          place,
          "E0729",
          "the parameter "
              + text.parameters().get(index)
              + " of "
              + text.name()
              + " takes "
              + text.arguments().get(index).words()
              + ", and this is "
              + misfit.getMessage(),
          "a foreign function sees numbers only; decide before the call what it is to have");
    }
  }

  private String calledWith(List<Object> numbers) {
    List<String> words = new ArrayList<>();
    for (Object number : numbers) {
      String shown = shown(number);
      words.add(shown.length() > 60 ? shown.substring(0, 57) + "..." : shown);
    }
    return "it was called as " + text.name() + "(" + String.join(", ", words) + ")";
  }

  private static String shown(Object number) {
    if (number instanceof Double value && value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) (double) value);
    }
    if (number instanceof List<?> list) {
      return list.stream().limit(20).map(ForeignCallable::shown).toList().toString();
    }
    return String.valueOf(number);
  }

  /** The declaration does not fit to what stands in the file. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;
    private final transient Optional<ForeignProblem.Place> there;

    Unfit(Diagnostic diagnostic, Optional<ForeignProblem.Place> there) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
      this.there = there;
    }
  }

  private Returned run(ForeignContext context, List<Object> numbers) {
    ForeignFunction function =
        context.function(text.name()).orElseThrow(() -> notThere(context.functions()));
    int declared = text.parameters().size();
    if (declared < function.least() || declared > function.most()) {
      int there = declared < function.least() ? function.least() : function.most();
      throw new Unfit(
          error(
                  text.location(),
                  "E0726",
                  text.name() + " is declared with " + count(declared) + " and has " + there)
              .withHelp("declare the parameters that it has in " + text.file().text().name()),
          function.place());
    }
    return new Returned(function.call(numbers), function.place());
  }

  private Unfit notThere(List<String> names) {
    List<String> near = Spelling.closest(text.name(), names, 1);
    String help;
    if (!near.isEmpty()) {
      help = "did you mean " + near.get(0) + "?";
    } else if (names.isEmpty()) {
      help = "no function in it can be seen from outside";
    } else {
      help = "there are " + String.join(", ", names.subList(0, Math.min(names.size(), 12)));
    }
    Diagnostic diagnostic =
        error(
            text.location(),
            "E0725",
            "there is no function " + text.name() + " in " + text.file().text().name());
    return new Unfit(diagnostic.withHelp(help), Optional.empty());
  }

  private static String count(int parameters) {
    return parameters + (parameters == 1 ? " parameter" : " parameters");
  }

  @Override
  public int arity() {
    return text.parameters().size();
  }

  @Override
  public int required() {
    return text.defaults().lastIndexOf(null) + 1;
  }

  @Override
  public String describe() {
    return "the function " + text.name() + " of " + text.file().name();
  }
}
