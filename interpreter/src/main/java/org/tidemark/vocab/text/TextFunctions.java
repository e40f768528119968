package org.tidemark.vocab.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;
import org.tidemark.vocab.common.Takes;
import org.tidemark.vocab.common.TextSearch;

/** Functions of texts. Values go into texts with braces: {@code "{price}"}. */
public final class TextFunctions extends BuiltIn {
  private static final int LONGEST = 10_000_000;

  private TextFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    TextFunctions upper = new TextFunctions("upper");
    registry.function(one(upper, "A text in capitals.").example("upper(\"dram\")").body(upper));
    TextFunctions lower = new TextFunctions("lower");
    registry.function(
        one(lower, "A text in small letters.").example("lower(\"DRAM\")").body(lower));
    TextFunctions startsWith = new TextFunctions("starts_with");
    registry.function(
        one(startsWith, "Whether a text starts with another.")
            .required("start", Accept.TEXT, "what it may start with")
            .example("starts_with(\"edge inference\", \"edge\")")
            .body(startsWith));
    TextFunctions replace = new TextFunctions("replace");
    registry.function(
        one(replace, "A text with every occurrence of one part replaced by another.")
            .required("part", Accept.TEXT, "what is replaced, not empty")
            .required("by", Accept.TEXT, "what takes its place")
            .example("replace(\"70B on a phone\", \"phone\", by: \"laptop\")")
            .body(replace));
    TextFunctions joinText = new TextFunctions("join_text");
    registry.function(
        joinText
            .spec("The texts of a list one after the other, with a text in between.")
            .required("texts", Takes.TEXTS, "a list of texts")
            .optional("separator", Accept.TEXT, "\", \"", "what stands between two")
            .example("join_text([\"a\", \"b\"], \" and \")")
            .body(joinText));
  }

  private static FunctionSpec.Builder one(TextFunctions function, String doc) {
    return function.spec(doc).required("text", Accept.TEXT, "a text");
  }

  @Override
  public Type of(CallCheck call) {
    return name.equals("starts_with") ? BasicType.BOOL : BasicType.TEXT;
  }

  @Override
  public Value of(CallValues call) {
    return switch (name) {
      case "upper" -> new TextValue(call.text("text").toUpperCase(Locale.ROOT));
      case "lower" -> new TextValue(call.text("text").toLowerCase(Locale.ROOT));
      case "starts_with" -> BoolValue.of(call.text("text").startsWith(call.text("start")));
      case "replace" -> replace(call);
      case "join_text" -> joinText(call);
      default -> throw unhandled();
    };
  }

  private static Value replace(CallValues call) {
    if (call.text("part").isEmpty()) {
      throw Problem.of("E0503", "replace wants a part that is not empty")
          .withHelp("say what is to be replaced")
          .about("part");
    }
    String text = call.text("text");
    String part = call.text("part");
    String by = call.text("by");
    TextSearch search = new TextSearch(part);
    long times = 0;
    for (int at = search.in(text, 0); at >= 0; at = search.in(text, at + part.length())) {
      times++;
    }
    long length = text.length() + times * (by.length() - part.length());
    allow(length, call);
    StringBuilder replaced = new StringBuilder((int) length);
    int from = 0;
    for (int at = search.in(text, 0); at >= 0; at = search.in(text, from)) {
      replaced.append(text, from, at).append(by);
      from = at + part.length();
    }
    return new TextValue(replaced.append(text, from, text.length()).toString());
  }

  private static Value joinText(CallValues call) {
    List<String> texts = new ArrayList<>();
    long length = 0;
    for (Value value : Elements.of(call.value("texts"))) {
      if (!(value instanceof TextValue text)) {
        throw Magnitudes.missing("join_text");
      }
      length += text.text().length();
      if (length > LONGEST) {
        throw tooLong();
      }
      texts.add(text.text());
    }
    String separator = call.has("separator") ? call.text("separator") : ", ";
    allow(length + (long) separator.length() * texts.size(), call);
    return new TextValue(String.join(separator, texts));
  }

  /** Refuses a text before it is made. */
  private static void allow(long characters, CallValues call) {
    if (characters > LONGEST) {
      throw tooLong();
    }
    call.surroundings().allowText(characters);
  }

  private static Problem tooLong() {
    return Problem.of("E0505", "this text would have more than 10000000 characters")
        .withHelp("write less");
  }
}
