package acme.batteries;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignEngine;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.foreign.ForeignProgram;

/** A small language, one function on each line: {@code fade x n = x n * 100 /}. */
final class RpnEngine implements ForeignEngine {
  @Override
  public String language() {
    return "RPN";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<String> endings() {
    return List.of("rpn");
  }

  @Override
  public ForeignProgram read(String name, String text) {
    Map<String, ForeignFunction> functions = new LinkedHashMap<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      String[] sides = line.split("=");
      if (sides.length != 2) {
        throw ForeignProblem.of("a line is a name, parameters, = and a formula: " + line);
      }
      List<String> head = List.of(sides[0].strip().split("\\s+"));
      functions.put(
          head.get(0),
          new Line(head.subList(1, head.size()), List.of(sides[1].strip().split("\\s+"))));
    }
    return stops -> new Context(functions);
  }

  private record Context(Map<String, ForeignFunction> all) implements ForeignContext {
    @Override
    public Optional<ForeignFunction> function(String name) {
      return Optional.ofNullable(all.get(name));
    }

    @Override
    public List<String> functions() {
      return List.copyOf(all.keySet());
    }

    @Override
    public void close() {}
  }

  private record Line(List<String> parameters, List<String> words) implements ForeignFunction {
    @Override
    public int least() {
      return parameters.size();
    }

    @Override
    public int most() {
      return parameters.size();
    }

    @Override
    public Optional<ForeignProblem.Place> place() {
      return Optional.empty();
    }

    @Override
    public Object call(List<Object> arguments) {
      Deque<Double> stack = new ArrayDeque<>();
      for (String word : words) {
        int place = parameters.indexOf(word);
        if (place >= 0) {
          stack.push((Double) arguments.get(place));
        } else if (word.matches("[-+*/]")) {
          if (stack.size() < 2) {
            throw ForeignProblem.of(word + " has too little to work on");
          }
          double right = stack.pop();
          stack.push(applied(word, stack.pop(), right));
        } else {
          stack.push(Double.valueOf(word));
        }
      }
      return stack.pop();
    }

    private static double applied(String word, double left, double right) {
      return switch (word) {
        case "+" -> left + right;
        case "-" -> left - right;
        case "*" -> left * right;
        default -> left / right;
      };
    }
  }
}
