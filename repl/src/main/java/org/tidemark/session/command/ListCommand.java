package org.tidemark.session.command;

import java.util.List;
import java.util.Map;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** {@code :list}. */
final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "the names defined so far, with their values where those are known";
  }

  @Override
  public String help() {
    return "A value is known once something has asked for it; listing works out nothing.";
  }

  @Override
  public List<String> examples() {
    return List.of("a = 2 USD", "b = 3 * a", "b", ":list");
  }

  @Override
  public Answer obey(Session session, String argument) {
    Map<String, Value> known = session.known();
    Map<String, String> settings = session.settings();
    StringBuilder text = new StringBuilder();
    for (String name : session.definitions()) {
      text.append(name);
      Value value = known.get(name);
      if (value != null && !(value instanceof ModelValue) && !(value instanceof FunctionValue)) {
        text.append(" = ").append(ValueText.brief(value));
      }
      if (settings.containsKey(name)) {
        text.append("  (set)");
      }
      text.append('\n');
    }
    return text.length() == 0 ? Answers.parts(List.of()) : Answers.text(text.toString());
  }
}
