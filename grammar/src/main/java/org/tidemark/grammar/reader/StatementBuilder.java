package org.tidemark.grammar.reader;

import static org.tidemark.grammar.reader.ExpressionBuilder.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.tidemark.grammar.antlr.Tide;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.AssertStatement;
import org.tidemark.grammar.tree.Body;
import org.tidemark.grammar.tree.CorrelateStatement;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.ExchangeDeclaration;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.ImportStatement;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.Repetition;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.grammar.tree.ShowStatement;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.grammar.tree.WhenStatement;

/** Makes statements out of what the generated parser found. */
final class StatementBuilder {
  /** Where a statement stands; not all may stand everywhere. */
  enum Place {
    SCRIPT,
    BODY,
    BLOCK
  }

  private final SourceText source;
  private final Problems problems;
  private final ExpressionBuilder expressions;
  private Place place = Place.SCRIPT;

  /** What to put where the body stands, whose statements have been read one by one; or null. */
  private Body bodyRead;

  StatementBuilder(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.expressions = new ExpressionBuilder(source, problems, this);
  }

  Expression expression(Tide.ExpressionContext context) {
    return expressions.expression(context);
  }

  /** A statement at a place, with a body read before where there is one. */
  Statement statement(Tide.StatementContext context, Place where, Body body) {
    place = where;
    bodyRead = body;
    return build(context);
  }

  /** A statement inside a block expression. */
  Statement local(Tide.StatementContext context) {
    Place around = place;
    place = Place.BLOCK;
    Statement statement = build(context);
    place = around;
    boolean fits =
        statement instanceof Definition
            || statement instanceof FunctionDeclaration
            || statement instanceof ExpressionStatement;
    if (!fits) {
      String first = source.text(((Lexeme) context.getStart()).span());
      problems.add(BuilderErrors.notInBlock(source, statement.span(), "`" + first + "`"));
      throw new Reported();
    }
    return statement;
  }

  private Statement build(Tide.StatementContext context) {
    ParserRuleContext found = (ParserRuleContext) context.getChild(0);
    return switch (found.getRuleIndex()) {
      case Tide.RULE_importStatement -> importStatement((Tide.ImportStatementContext) found);
      case Tide.RULE_unitDeclaration -> unit((Tide.UnitDeclarationContext) found);
      case Tide.RULE_exchangeDeclaration -> exchange((Tide.ExchangeDeclarationContext) found);
      case Tide.RULE_definition -> definition((Tide.DefinitionContext) found);
      case Tide.RULE_functionDeclaration -> function((Tide.FunctionDeclarationContext) found);
      case Tide.RULE_declaration -> declaration((Tide.DeclarationContext) found);
      case Tide.RULE_correlateStatement -> correlate((Tide.CorrelateStatementContext) found);
      case Tide.RULE_whenStatement -> when((Tide.WhenStatementContext) found);
      case Tide.RULE_showStatement -> show((Tide.ShowStatementContext) found);
      case Tide.RULE_plotStatement -> plot((Tide.PlotStatementContext) found);
      case Tide.RULE_exportStatement -> export((Tide.ExportStatementContext) found);
      case Tide.RULE_assertStatement -> assertion((Tide.AssertStatementContext) found);
      default -> new ExpressionStatement(expressions.expression(found), span(found));
    };
  }

  private ImportStatement importStatement(Tide.ImportStatementContext context) {
    if (place != Place.SCRIPT) {
      problems.add(BuilderErrors.onlyInScript(source, span(context), "import"));
    }
    List<Identifier> module = new ArrayList<>();
    Optional<Identifier> alias = Optional.empty();
    boolean named = false;
    for (int i = 1; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof TerminalNode token) {
        switch (token.getSymbol().getType()) {
          case Tide.AS -> named = true;
          case Tide.NAME -> {
            if (named) {
              alias = Optional.of(expressions.identifier(token));
            } else {
              module.add(expressions.identifier(token));
            }
          }
          default -> {}
        }
      }
    }
    return new ImportStatement(module, text(context.text()), alias, span(context));
  }

  private UnitDeclaration unit(Tide.UnitDeclarationContext context) {
    return new UnitDeclaration(
        doc(context),
        expressions.identifier(context.NAME()),
        expressions.optional(context.expression()),
        span(context));
  }

  private ExchangeDeclaration exchange(Tide.ExchangeDeclarationContext context) {
    return new ExchangeDeclaration(
        expressions.identifier(context.NAME()),
        expressions.expression(context.expression()),
        span(context));
  }

  private Definition definition(Tide.DefinitionContext context) {
    DefinitionRole role = DefinitionRole.PLAIN;
    if (context.PARAM() != null) {
      role = DefinitionRole.PARAM;
    } else if (context.LET() != null) {
      role = DefinitionRole.LET;
      if (place == Place.SCRIPT) {
        problems.add(
            BuilderErrors.onlyInBodies(
                source,
                span(context.LET()),
                "let",
                "in a script, leave it out: " + words(span(context.definitionRest()), context)));
      }
    }
    int nameAt = role == DefinitionRole.PLAIN ? 0 : 1;
    Tide.DefinitionRestContext rest = context.definitionRest();
    return new Definition(
        doc(context),
        role,
        expressions.identifier((TerminalNode) context.getChild(nameAt)),
        type(rest.type()),
        expressions.expression(rest.expression()),
        bounds(rest.bounds()),
        annotations(rest.annotation()),
        span(context));
  }

  private String words(Span rest, Tide.DefinitionContext context) {
    String name = expressions.words((TerminalNode) context.getChild(1));
    return rest.length() > 40 ? name + " = …" : name + " " + source.text(rest);
  }

  private FunctionDeclaration function(Tide.FunctionDeclarationContext context) {
    List<Parameter> parameters = new ArrayList<>();
    for (Tide.ParameterContext parameter : context.parameters().parameter()) {
      parameters.add(
          new Parameter(
              expressions.identifier((TerminalNode) parameter.getChild(0)),
              type(parameter.type()),
              expressions.optional(parameter.expression()),
              span(parameter)));
    }
    return new FunctionDeclaration(
        doc(context),
        expressions.identifier(context.NAME()),
        parameters,
        type(context.type()),
        expressions.optional(context.expression()),
        text(context.text()),
        annotations(context.annotation()),
        span(context));
  }

  private Declaration declaration(Tide.DeclarationContext context) {
    TerminalNode name = context.NAME() != null ? context.NAME() : context.LABEL();
    Body given = bodyRead;
    if (context.WHEN() != null && context.ASSIGN() != null) {
      problems.add(BuilderErrors.equalsInCondition(source, span(context.ASSIGN())));
    }
    return new Declaration(
        doc(context),
        expressions.identifier(context.KIND()),
        name == null ? Optional.empty() : Optional.of(expressions.identifier(name)),
        text(context.text()),
        repetition(context.repetition()),
        behind(context, Tide.EXTENDS),
        behind(context, Tide.ON),
        behind(context, Tide.WHEN),
        type(context.type()),
        behind(context, Tide.ASSIGN),
        bounds(context.bounds()),
        context.body() == null ? Optional.empty() : Optional.of(body(context.body(), given)),
        annotations(context.annotation()),
        span(context));
  }

  /** The expression behind a word of the header. */
  private Optional<Expression> behind(Tide.DeclarationContext context, int word) {
    TerminalNode token = context.getToken(word, 0);
    if (token == null) {
      return Optional.empty();
    }
    int i = 0;
    while (context.getChild(i) != token) {
      i++;
    }
    return Optional.of(expressions.expression((ParserRuleContext) context.getChild(i + 1)));
  }

  private Optional<Repetition> repetition(Tide.RepetitionContext context) {
    if (context == null) {
      return Optional.empty();
    }
    Optional<Identifier> variable =
        context.NAME() == null
            ? Optional.empty()
            : Optional.of(expressions.identifier(context.NAME()));
    return Optional.of(
        new Repetition(variable, expressions.expression(context.expression()), span(context)));
  }

  private Body body(Tide.BodyContext context, Body given) {
    if (given != null) {
      return given;
    }
    Place around = place;
    List<Statement> statements = new ArrayList<>();
    for (int i = 1; i < context.getChildCount() - 1; i++) {
      if (context.getChild(i) instanceof Tide.StatementContext statement) {
        place = Place.BODY;
        statements.add(build(statement));
      }
    }
    place = around;
    return new Body(statements, span(context));
  }

  private List<Annotation> annotations(List<Tide.AnnotationContext> contexts) {
    if (contexts.isEmpty()) {
      return List.of();
    }
    List<Annotation> annotations = new ArrayList<>(contexts.size());
    for (Tide.AnnotationContext annotation : contexts) {
      annotations.add(
          new Annotation(
              expressions.identifier(annotation.NAME()),
              annotation.arguments() == null
                  ? List.of()
                  : expressions.arguments(annotation.arguments()),
              span(annotation)));
    }
    return annotations;
  }

  private CorrelateStatement correlate(Tide.CorrelateStatementContext context) {
    List<Expression> inputs = new ArrayList<>();
    for (Tide.PostfixContext input : context.postfix()) {
      inputs.add(expressions.expression(input));
    }
    return new CorrelateStatement(
        inputs, expressions.expression(context.expression()), span(context));
  }

  private WhenStatement when(Tide.WhenStatementContext context) {
    Body given = bodyRead;
    if (place == Place.SCRIPT) {
      problems.add(
          BuilderErrors.onlyInBodies(
              source,
              span(context.WHEN()),
              "when",
              "put it into a process: process name { when … { … } }"));
    }
    return new WhenStatement(
        expressions.expression(context.expression()),
        !context.ONCE().isEmpty(),
        body(context.body(), given),
        span(context));
  }

  private ShowStatement show(Tide.ShowStatementContext context) {
    return new ShowStatement(items(context.item()), span(context));
  }

  private List<ShowItem> items(List<Tide.ItemContext> contexts) {
    List<ShowItem> items = new ArrayList<>(contexts.size());
    for (Tide.ItemContext item : contexts) {
      Optional<Identifier> label =
          item.LABEL() == null
              ? Optional.empty()
              : Optional.of(expressions.identifier(item.LABEL()));
      items.add(new ShowItem(label, expressions.expression(item.expression()), span(item)));
    }
    return items;
  }

  private PlotStatement plot(Tide.PlotStatementContext context) {
    return new PlotStatement(
        items(context.item()),
        context.NAME() == null
            ? Optional.empty()
            : Optional.of(expressions.identifier(context.NAME())),
        expressions.optional(context.expression()),
        annotations(context.annotation()),
        span(context));
  }

  private ExportStatement export(Tide.ExportStatementContext context) {
    return new ExportStatement(
        expressions.text(context.text()),
        expressions.optional(context.expression()),
        context.plotStatement() == null
            ? Optional.empty()
            : Optional.of(plot(context.plotStatement())),
        span(context));
  }

  private AssertStatement assertion(Tide.AssertStatementContext context) {
    return new AssertStatement(
        expressions.expression(context.expression(0)),
        expressions.optional(context.expression(1)),
        span(context));
  }

  // Parts

  private Optional<TypeExpression> type(Tide.TypeContext context) {
    return context == null ? Optional.empty() : Optional.of(expressions.type(context));
  }

  private Optional<RangeExpression> bounds(Tide.BoundsContext context) {
    return context == null ? Optional.empty() : Optional.of(expressions.bounds(context));
  }

  private Optional<TextLiteral> text(Tide.TextContext context) {
    return context == null ? Optional.empty() : Optional.of(expressions.text(context));
  }

  private static Optional<DocComment> doc(ParserRuleContext context) {
    return Optional.ofNullable(((Lexeme) context.getStart()).doc);
  }
}
