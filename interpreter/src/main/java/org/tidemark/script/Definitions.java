package org.tidemark.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.script.ScriptException;
import org.tidemark.api.Model;
import org.tidemark.api.Name;
import org.tidemark.api.Program;
import org.tidemark.api.TideException;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;

/** What a script defines, worked out when somebody asks. */
final class Definitions {
  private final Program program;
  private Model model;

  Definitions(Program program) {
    this.program = program;
  }

  /** The names in the order of the text. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    program.lookup().names().forEach(name -> names.add(name.name()));
    return names;
  }

  /**
   * The answer to a question, as plain Java.
   *
   * @throws TideException where there is none
   */
  Object ask(String question) {
    return new PlainValues(program, this).of(model().ask(question), question);
  }

  private synchronized Model model() {
    if (model == null) {
      model = program.model();
    }
    return model;
  }

  /** What a function or a curve of the script gives. */
  Object call(String name, Object... arguments) throws ScriptException {
    return called(name, arguments);
  }

  /** What an expression gives that is called. */
  Object called(String function, Object... arguments) throws ScriptException {
    try {
      List<String> texts = new ArrayList<>();
      for (Object argument : arguments == null ? new Object[0] : arguments) {
        texts.add(argument(function, argument));
      }
      return ask(function + "(" + String.join(", ", texts) + ")");
    } catch (TideException failure) {
      throw Failures.of(failure);
    }
  }

  private String argument(String function, Object argument) {
    if (argument instanceof CharSequence expression) {
      return "(" + expression + ")";
    }
    String text = Literal.of("an argument of " + function, argument);
    return argument instanceof Number ? text + unit(function) : text;
  }

  /** The unit that plain numbers are in: that of the curve; none for functions. */
  private String unit(String function) {
    Optional<Name> called = program.lookup().name(function);
    if (called.isPresent()
        && called.get().type() instanceof ObjectType type
        && type.parameter().isPresent()
        && type.parameter().get() instanceof QuantityType wanted
        && wanted.unit() != null
        && !wanted.unit().text().isEmpty()) {
      return " " + wanted.unit().text();
    }
    return "";
  }
}
