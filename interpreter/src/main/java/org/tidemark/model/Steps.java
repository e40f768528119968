package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Member;
import org.tidemark.check.Structure;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.AssertStatement;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.grammar.tree.WithExpression;

/** All steps that the text of a program has, whether they are ever taken or not. */
public final class Steps {
  private final List<StepFrame> frames = new ArrayList<>();
  private SourceText source;

  private Steps() {}

  /** The steps of a script and of the modules that it imports; the script itself first. */
  public static List<StepFrame> of(CheckedProgram program) {
    Steps steps = new Steps();
    steps.source = program.main().source();
    List<Step> parts = new ArrayList<>();
    steps.actions(program.main(), parts);
    Span all = new Span(0, steps.source.text().length());
    steps.frames.add(
        new StepFrame(
            new Step(Step.Sort.SCRIPT, program.main().name(), new Location(steps.source, all)),
            new Location(steps.source, all),
            parts));
    steps.members(program.main(), "");
    for (Structure module : program.modules()) {
      steps.source = module.source();
      steps.members(module, "");
    }
    return List.copyOf(steps.frames);
  }

  // ---- statements

  /** The part of a {@code show} that is a step of its own. */
  static Span part(ShowStatement statement, ShowItem item) {
    return statement.items().size() == 1 ? statement.span() : item.span();
  }

  private void actions(Structure structure, List<Step> parts) {
    for (Statement action : structure.actions()) {
      if (action instanceof ShowStatement show) {
        for (ShowItem item : show.items()) {
          parts.add(statement("show", part(show, item)));
          expression(item.value(), parts);
        }
      } else if (action instanceof ExpressionStatement bare) {
        parts.add(statement("show", bare.span()));
        expression(bare.expression(), parts);
      } else if (action instanceof PlotStatement plot) {
        plot(plot, parts);
      } else if (action instanceof ExportStatement export) {
        export.plot().ifPresent(plot -> plot(plot, parts));
        export
            .value()
            .ifPresent(
                value -> {
                  parts.add(statement("export", export.span()));
                  expression(value, parts);
                });
      } else if (action instanceof AssertStatement claim) {
        parts.add(statement("assert", claim.span()));
        expression(claim.condition(), parts);
      } else if (action instanceof Declaration test && structure.test(test) != null) {
        members(structure.test(test), "");
        actions(structure.test(test), parts);
      }
    }
    for (Member member : structure.ownMembers().values()) {
      if (member.sort() == Member.Sort.MODEL) {
        actions(member.structure(), parts);
      }
    }
  }

  private void plot(PlotStatement plot, List<Step> parts) {
    parts.add(statement("plot", plot.span()));
    plot.domain().ifPresent(domain -> expression(domain, parts));
    plot.items().forEach(item -> expression(item.value(), parts));
  }

  private Step statement(String word, Span span) {
    return Step.at(Step.Sort.STATEMENT, word, source, span);
  }

  // ---- members

  private void members(Structure structure, String around) {
    for (Member member : structure.ownMembers().values()) {
      String name = around + member.name();
      switch (member.sort()) {
        case DEFINITION -> {
          Definition definition = member.definition();
          frame(definition(member), definition.span(), definition.value());
        }
        case DECLARATION -> declaration(member);
        case MODEL -> members(member.structure(), name + ".");
        case FUNCTION ->
            member
                .function()
                .body()
                .ifPresent(body -> function(function(member), member.function().span(), body));
        default -> {
          // a module is told of by itself
        }
      }
    }
  }

  /** What a member is called, by a model around it as well. */
  private static String name(Member member) {
    Structure owner = member.owner();
    return owner.sort() == Structure.Sort.MODEL
        ? owner.name() + "." + member.name()
        : member.name();
  }

  static Step definition(Member member) {
    return Step.at(
        Step.Sort.DEFINITION,
        name(member),
        member.source(),
        text(member, member.definition().span()));
  }

  static Step function(Member member) {
    return Step.at(
        Step.Sort.FUNCTION, name(member), member.source(), text(member, member.function().span()));
  }

  static Step declaration(Member member, Span span) {
    return Step.at(Step.Sort.DECLARATION, name(member), member.source(), text(member, span));
  }

  /** A field, helper, state or law of a declaration. */
  static Step field(Member member, String name, Span span) {
    return Step.at(Step.Sort.FIELD, name(member) + "." + name, member.source(), span);
  }

  /** Without the comment before it. */
  private static Span text(Member member, Span span) {
    return member
        .doc()
        .map(doc -> doc.span().end())
        .filter(end -> end > span.start() && end < span.end())
        .map(end -> new Span(end + blanks(member.source().text(), end), span.end()))
        .orElse(span);
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  private void declaration(Member member) {
    Declaration declaration = member.declaration();
    List<Step> parts = new ArrayList<>();
    declaration.repetition().ifPresent(repetition -> expression(repetition.source(), parts));
    declaration.base().ifPresent(base -> expression(base, parts));
    declaration.value().ifPresent(value -> expression(value, parts));
    declaration.condition().ifPresent(condition -> expression(condition, parts));
    frames.add(
        new StepFrame(
            declaration(member, declaration.span()),
            new Location(source, text(member, declaration.span())),
            parts));
    declaration.body().ifPresent(body -> body(member, body.statements()));
  }

  private void body(Member member, List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Definition definition) {
        frame(
            field(member, definition.name().name(), definition.span()),
            definition.span(),
            definition.value());
      } else if (statement instanceof Declaration part && part.value().isPresent()) {
        frame(
            field(member, part.name().map(name -> name.name()).orElse(""), part.span()),
            part.span(),
            part.value().get());
      } else if (statement instanceof WhenStatement event) {
        body(member, event.body().statements());
      }
    }
  }

  private void frame(Step step, Span whole, Expression value) {
    List<Step> parts = new ArrayList<>();
    expression(value, parts);
    frames.add(
        new StepFrame(
            step,
            new Location(
                source,
                new Span(Math.max(whole.start(), step.location().span().start()), whole.end())),
            parts));
  }

  private void function(Step step, Span whole, Expression body) {
    List<Step> parts = new ArrayList<>();
    result(body, source).ifPresent(parts::add);
    expression(body, parts);
    frames.add(
        new StepFrame(
            step,
            new Location(
                source,
                new Span(Math.max(whole.start(), step.location().span().start()), whole.end())),
            parts));
  }

  /** What a function gives, unless a block of its own steps does. */
  static Optional<Step> result(Expression body, SourceText source) {
    return body instanceof Block
        ? Optional.empty()
        : Optional.of(Step.at(Step.Sort.RESULT, "", source, body.span()));
  }

  // ---- expressions

  static Step let(Definition definition, SourceText source) {
    return Step.at(Step.Sort.LET, definition.name().name(), source, definition.span());
  }

  static Step lambda(Lambda lambda, SourceText source) {
    return Step.at(Step.Sort.FUNCTION, "lambda", source, lambda.span());
  }

  static Step override(Override override, SourceText source) {
    List<String> path = override.path().stream().map(name -> name.name()).toList();
    return Step.at(Step.Sort.DEFINITION, String.join(".", path), source, override.span());
  }

  static Step call(Span span, SourceText source) {
    return Step.at(Step.Sort.CALL, "", source, span);
  }

  /** A branch of an {@code if}, where it is one that somebody can tell from the other. */
  static Optional<Step> branch(Conditional conditional, Expression branch, SourceText source) {
    boolean own = source.line(branch.span().start()) != source.line(conditional.span().start());
    return own && !(branch instanceof Block)
        ? Optional.of(Step.at(Step.Sort.BRANCH, "", source, branch.span()))
        : Optional.empty();
  }

  private void expression(Expression expression, List<Step> parts) {
    if (expression instanceof Lambda lambda) {
      function(lambda(lambda, source), lambda.span(), lambda.body());
      return;
    }
    if (expression instanceof WithExpression with) {
      expression(with.base(), parts);
      for (Override override : with.overrides()) {
        frame(override(override, source), override.span(), override.value());
      }
      return;
    }
    if (expression instanceof Block block) {
      for (Statement statement : block.definitions()) {
        if (statement instanceof Definition definition) {
          parts.add(let(definition, source));
          expression(definition.value(), parts);
        }
      }
      result(block.result(), source).ifPresent(parts::add);
      expression(block.result(), parts);
      return;
    }
    if (expression instanceof Conditional conditional) {
      expression(conditional.condition(), parts);
      for (Expression each : List.of(conditional.consequence(), conditional.alternative())) {
        branch(conditional, each, source).ifPresent(parts::add);
        expression(each, parts);
      }
      return;
    }
    if (expression instanceof Call
        || expression instanceof Pipe
        || expression instanceof NameReference
        || expression instanceof MemberAccess) {
      parts.add(call(expression.span(), source));
    }
    Subexpressions.of(expression).forEach(part -> expression(part, parts));
  }
}
