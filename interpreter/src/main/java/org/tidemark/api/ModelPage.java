package org.tidemark.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.check.Annotations;
import org.tidemark.check.Member;
import org.tidemark.check.Structure;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.model.Shown;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ValueText;

/** What a model takes, as a table, and what it gives. */
final class ModelPage {
  private static final Pattern PLAIN_BOUNDS = Pattern.compile(" in [-+._0-9e()*/^ ]+");
  private static final List<String> COLUMNS = List.of("input", "value", "grade", "source");

  private final Structure model;
  private final Map<String, Shown> values;

  private ModelPage(Structure model, Map<String, Shown> values) {
    this.model = model;
    this.values = values;
  }

  /**
   * The inputs and the outputs of a model.
   *
   * @param values of its inputs by name, as far as they are known
   */
  static String of(Structure model, Map<String, Shown> values) {
    return new ModelPage(model, values).text();
  }

  /** The inputs of a model, its own and those of what it extends. */
  static List<Member> inputs(Structure model) {
    return members(model).stream().filter(Member::isParam).toList();
  }

  private static List<Member> members(Structure model) {
    List<Member> members = new ArrayList<>();
    for (String name : model.memberNames()) {
      model.member(name).filter(m -> m.sort() != Member.Sort.INVALID).ifPresent(members::add);
    }
    return members;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    List<Member> inputs = inputs(model);
    if (!inputs.isEmpty()) {
      text.append("## Inputs\n\n")
          .append(DocText.table(COLUMNS, inputs.stream().map(this::row).toList()))
          .append('\n');
      inputs.stream()
          .filter(input -> input.doc().isPresent())
          .forEach(input -> text.append(item(input)));
      text.append('\n');
    }
    List<Member> outputs = members(model).stream().filter(m -> !m.isParam()).toList();
    if (!outputs.isEmpty()) {
      text.append("## Outputs\n\n");
      outputs.forEach(output -> text.append(DocText.item(typed(output), says(output))));
    }
    return text.toString();
  }

  private List<String> row(Member input) {
    Optional<Shown> known = Optional.ofNullable(values.get(input.name()));
    return List.of(
        "`" + input.name() + "`",
        bounded(known.map(shown -> ValueText.brief(shown.value())).orElse(written(input)), input),
        known
            .flatMap(shown -> shown.evidence().weakest())
            .or(() -> Annotations.grade(input.annotations()))
            .orElse(Evidence.Grade.UNGRADED)
            .word(),
        source(input, known));
  }

  private static String source(Member input, Optional<Shown> known) {
    Set<String> sources = new LinkedHashSet<>();
    sources.add(Annotations.source(input.annotations()));
    known.ifPresent(
        shown -> shown.evidence().inputs().forEach(rests -> sources.add(rests.source())));
    Annotations.observed(input.annotations())
        .ifPresent(how -> sources.add("observed: ".concat(how)));
    sources.remove("");
    return String.join("; ", sources);
  }

  private static String written(Member input) {
    Definition definition = input.definition();
    String text = input.source().text(definition.value().span()).replaceAll("\\s+", " ");
    return definition.value() instanceof NumberLiteral && definition.type().isPresent()
        ? text + " " + input.source().text(definition.type().get().span())
        : text;
  }

  /** What is uncertain names its bounds by itself. */
  private static String bounded(String value, Member input) {
    return value.contains(" in ") ? value : value + bounds(input);
  }

  /** The bounds as they are written; plain numbers are in the unit of the input, which follows. */
  private static String bounds(Member input) {
    Definition definition = input.definition();
    return definition
        .bounds()
        .map(bounds -> " in " + input.source().text(bounds.span()))
        .map(text -> PLAIN_BOUNDS.matcher(text).matches() ? text + after(input, " ") : text)
        .orElse("");
  }

  /** A member and the first sentence of what is said of it. */
  static String item(Member member) {
    return DocText.item(called(member, false), says(member));
  }

  private static String says(Member member) {
    return member.doc().map(DocComment::firstSentence).orElse("");
  }

  /** A member with its type, as far as it is written. */
  private static String typed(Member member) {
    return called(member, true)
        + switch (member.sort()) {
          case FUNCTION ->
              member.function().result().map(type -> " -> " + text(member, type)).orElse("");
          case DEFINITION -> after(member, ": ");
          default -> "";
        };
  }

  private static String after(Member member, String separator) {
    return member.definition().type().map(type -> separator + text(member, type)).orElse("");
  }

  private static String text(Member member, TypeExpression type) {
    return member.source().text(type.span());
  }

  private static String called(Member member, boolean typed) {
    if (member.sort() != Member.Sort.FUNCTION) {
      return member.name();
    }
    List<String> parameters = new ArrayList<>();
    for (Parameter parameter : member.function().parameters()) {
      String type =
          typed ? parameter.type().map(written -> ": " + text(member, written)).orElse("") : "";
      parameters.add(parameter.name().name() + type);
    }
    return member.name() + "(" + String.join(", ", parameters) + ")";
  }
}
