package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.api.Program;
import org.tidemark.api.TideException;
import org.tidemark.api.TypedValue;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.type.BasicType;

/**
 * {@code model.with({r: 0.03, firm: {cost: "2 USD/GB"}})}: an amended copy, all mistakes told at
 * once. Numbers take the unit of the annotation, as they do in a script, texts are values in Tide.
 */
final class Amending {
  private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
  private static final int DEEPEST = 32;
  private static final String GIVEN = "given";
  private static final Pattern LIKE_GIVEN = Pattern.compile(GIVEN + "_*");

  private final Live live;
  private final Set<String> settings = new LinkedHashSet<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, TypedValue> values = new LinkedHashMap<>();
  private final List<Diagnostic> wrong = new ArrayList<>();

  Amending(Live live) {
    this.live = live;
  }

  /**
   * An amended copy.
   *
   * @param given an object or a map; or a path and a value
   */
  ModelObject amended(TypedValue model, Object[] given) {
    if (given.length == 2) {
      setting(Arguments.text("with", given[0]), given[1], 0);
    } else {
      nested("", settingsOf(given[0]), 0);
    }
    TypedValue copy = model;
    try {
      if (!settings.isEmpty()) {
        copy = copy(model);
      }
    } catch (TideFailure refused) {
      wrong.addAll(refused.diagnostics());
    }
    if (!wrong.isEmpty()) {
      throw TideFailure.of(new TideException(wrong), live.sources());
    }
    return new ModelObject(live, copy);
  }

  private TypedValue copy(TypedValue model) {
    String prefix = unused();
    StringBuilder text = new StringBuilder("(").append(prefix);
    List<TypedValue> arguments = new ArrayList<>();
    arguments.add(model);
    Map<String, String> overrides = new LinkedHashMap<>(texts);
    values.forEach(
        (path, value) -> {
          String name = prefix + arguments.size();
          text.append(", ").append(name);
          arguments.add(value);
          overrides.put(path, name);
        });
    text.append(") => ").append(prefix).append(" with { ");
    text.append(
        settings.stream()
            .map(path -> path + " = " + overrides.get(path))
            .collect(Collectors.joining(", ")));
    text.append(" }");
    return live.derive(text.toString(), arguments.toArray(new TypedValue[0]));
  }

  /** A name that no setting mentions, since texts shall see the names of the script alone. */
  private String unused() {
    String longest = GIVEN;
    for (String text : texts.values()) {
      Matcher mentioned = LIKE_GIVEN.matcher(text);
      while (mentioned.find()) {
        longest =
            mentioned.end() - mentioned.start() > longest.length() ? mentioned.group() : longest;
      }
    }
    return longest + "_";
  }

  private static Map<String, Object> settingsOf(Object given) {
    if (given instanceof ValueObject && !(given instanceof RecordObject)
        || INTEROP.isString(given)
        || INTEROP.isNumber(given)
        || INTEROP.hasArrayElements(given)) {
      throw TideFailure.of(
          "E0762", "with takes an object or a map of settings", "model.with({r: 0.03})");
    }
    return Arguments.fields(given);
  }

  private void nested(String before, Map<String, Object> fields, int depth) {
    fields.forEach((name, value) -> setting(before + name, value, depth));
  }

  private void setting(String path, Object value, int depth) {
    try {
      if (!Program.isPath(path)) {
        refuse("\"" + path + "\" is no path", "write names joined by dots: hyperscaler.cost");
      } else if (depth > DEEPEST) {
        refuse("the settings of " + path + " lie too deep inside of each other", "set its parts");
      } else if (value instanceof ValueObject) {
        value(path, value);
      } else if (INTEROP.isString(value)) {
        expression(path, INTEROP.asString(value));
      } else if (INTEROP.isBoolean(value)) {
        text(path, Boolean.toString(INTEROP.asBoolean(value)));
      } else if (INTEROP.isNumber(value)) {
        number(path, Arguments.number(path, value));
      } else if (isPlainObject(value)) {
        Map<String, Object> fields = Arguments.fields(value);
        if (Arguments.isQuantity(fields)) {
          value(path, value);
        } else {
          nested(path + ".", fields, depth + 1);
        }
      } else {
        value(path, value);
      }
    } catch (TideFailure refused) {
      wrong.addAll(refused.diagnostics());
    } catch (UnsupportedMessageException changing) {
      refuse(path + " changes while it is read", "give a value that stays as it is");
    }
  }

  private static boolean isPlainObject(Object value) {
    return !INTEROP.hasArrayElements(value)
        && !INTEROP.isDate(value)
        && !INTEROP.isDuration(value)
        && !INTEROP.isNull(value)
        && !INTEROP.isExecutable(value)
        && (INTEROP.hasHashEntries(value) || INTEROP.hasMembers(value));
  }

  private void refuse(String message, String help) {
    wrong.add(Diagnostic.error("E0762", message).withHelp(help));
  }

  private void value(String path, Object given) {
    values.put(path, Arguments.of(live, given, BasicType.UNKNOWN));
    settings.add(path);
    texts.remove(path);
  }

  private void text(String path, String text) {
    texts.put(path, text);
    settings.add(path);
    values.remove(path);
  }

  /** A number is written out, since in {@code with} it takes the unit of the annotation. */
  private void number(String path, double number) {
    if (!Double.isFinite(number)) {
      refuse(path + " cannot be set to " + number, "give a finite number, or the text \"never\"");
      return;
    }
    String text = Double.toString(number).toLowerCase(Locale.ROOT);
    text(path, text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /** A text by itself has to be an expression, so that none reaches beyond its own setting. */
  private void expression(String path, String text) {
    SourceText source = new SourceText("with " + path, text);
    List<Diagnostic> errors =
        TideParser.parseExpression(source).diagnostics().stream()
            .filter(Diagnostic::isError)
            .toList();
    if (errors.isEmpty()) {
      // a comment at its end shall end there
      text(path, text.indexOf('/') < 0 ? text : text.concat("\n"));
    } else {
      wrong.addAll(errors);
    }
  }
}
