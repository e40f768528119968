package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.tidemark.grammar.antlr.Tide;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.BoolLiteral;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ExpressionStatement;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TableLiteral;
import org.tidemark.grammar.tree.TableRow;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.grammar.tree.TextPart;
import org.tidemark.grammar.tree.ThisReference;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.WithExpression;

/** Makes expressions out of what the generated parser found. */
final class ExpressionBuilder {
  /** So deep may a tree be; whoever walks one may then simply recurse. */
  private static final int MOST_DEPTH = 300;

  private final SourceText source;
  private final Problems problems;
  private final StatementBuilder statements;
  private final TypeBuilder types;

  /** Depth of the tree built last. */
  private int depth;

  ExpressionBuilder(SourceText source, Problems problems, StatementBuilder statements) {
    this.source = source;
    this.problems = problems;
    this.statements = statements;
    this.types = new TypeBuilder(this, source);
  }

  TypeExpression type(Tide.TypeContext type) {
    return types.type(type);
  }

  Expression expression(ParserRuleContext given) {
    ParserRuleContext found = given;
    // Most levels of precedence hold a single child.
    while (found.getChildCount() == 1 && found.getChild(0) instanceof ParserRuleContext inner) {
      found = inner;
    }
    return switch (found.getRuleIndex()) {
      case Tide.RULE_expression -> conditional((Tide.ExpressionContext) found);
      case Tide.RULE_lambda -> lambda((Tide.LambdaContext) found);
      case Tide.RULE_disjunction, Tide.RULE_conjunction, Tide.RULE_sum, Tide.RULE_product ->
          chain(found);
      case Tide.RULE_negation -> prefixed(found, UnaryOperator.NOT);
      case Tide.RULE_comparison -> comparison((Tide.ComparisonContext) found);
      case Tide.RULE_conversion -> conversion((Tide.ConversionContext) found);
      case Tide.RULE_spread -> spread((Tide.SpreadContext) found);
      case Tide.RULE_negative, Tide.RULE_exponent -> prefixed(found, UnaryOperator.NEGATE);
      case Tide.RULE_quantity -> quantity((Tide.QuantityContext) found);
      case Tide.RULE_power -> power((Tide.PowerContext) found);
      case Tide.RULE_postfix -> postfix((Tide.PostfixContext) found);
      case Tide.RULE_primary -> primary((Tide.PrimaryContext) found);
      case Tide.RULE_list -> list((Tide.ListContext) found);
      case Tide.RULE_record -> record((Tide.RecordContext) found);
      case Tide.RULE_block -> block((Tide.BlockContext) found);
      case Tide.RULE_table -> table((Tide.TableContext) found);
      case Tide.RULE_text -> text((Tide.TextContext) found);
      default -> throw new IllegalStateException(Tide.ruleNames[found.getRuleIndex()]);
    };
  }

  Optional<Expression> optional(ParserRuleContext given) {
    return given == null ? Optional.empty() : Optional.of(expression(given));
  }

  /** Operands are found by place: levels on which nothing stands have left no node. */
  private static ParserRuleContext child(ParserRuleContext context, int index) {
    return (ParserRuleContext) context.getChild(index);
  }

  // Spans

  static Span span(ParserRuleContext context) {
    return span(context, context);
  }

  static Span span(ParserRuleContext from, ParserRuleContext to) {
    int start = from.getStart().getStartIndex();
    return new Span(start, Math.max(start, to.getStop().getStopIndex() + 1));
  }

  static Span span(TerminalNode token) {
    return ((Lexeme) token.getSymbol()).span();
  }

  String words(TerminalNode token) {
    return source.text(span(token));
  }

  Identifier identifier(TerminalNode token) {
    return new Identifier(words(token), span(token));
  }

  // Depth

  private <E extends Expression> E leaf(E built) {
    depth = 1;
    return built;
  }

  private <E extends Expression> E above(int inner, E built) {
    depth = inner + 1;
    if (depth > MOST_DEPTH) {
      throw new TooDeep(built.span());
    }
    return built;
  }

  static int mostDepth() {
    return MOST_DEPTH;
  }

  // From loose to tight

  private Expression conditional(Tide.ExpressionContext context) {
    Expression condition = expression(context.expression(0));
    int deepest = depth;
    Expression consequence = expression(context.expression(1));
    deepest = Math.max(deepest, depth);
    Expression alternative = expression(context.expression(2));
    deepest = Math.max(deepest, depth);
    return above(deepest, new Conditional(condition, consequence, alternative, span(context)));
  }

  private Expression lambda(Tide.LambdaContext context) {
    List<Identifier> parameters = new ArrayList<>();
    if (context.LAMBDA_NAME() != null) {
      parameters.add(identifier(context.LAMBDA_NAME()));
    } else {
      for (TerminalNode name : context.NAME()) {
        parameters.add(identifier(name));
      }
    }
    Expression body = expression(context.expression());
    return above(depth, new Lambda(parameters, body, span(context)));
  }

  /** Operators of one level, from the left. */
  private Expression chain(ParserRuleContext context) {
    ParserRuleContext first = (ParserRuleContext) context.getChild(0);
    Expression left = expression(first);
    int deepest = depth;
    for (int i = 1; i + 1 < context.getChildCount(); i += 2) {
      ParserRuleContext operand = (ParserRuleContext) context.getChild(i + 1);
      Expression right = expression(operand);
      deepest = Math.max(deepest, depth);
      left =
          above(
              deepest,
              binary((TerminalNode) context.getChild(i), left, right, span(first, operand)));
      deepest = depth;
    }
    depth = deepest;
    return left;
  }

  private BinaryOperation binary(
      TerminalNode operator, Expression left, Expression right, Span span) {
    BinaryOperator meaning =
        switch (operator.getSymbol().getType()) {
          case TideTokens.OR -> BinaryOperator.OR;
          case TideTokens.AND -> BinaryOperator.AND;
          case TideTokens.EQUAL -> BinaryOperator.EQUAL;
          case TideTokens.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
          case TideTokens.LESS -> BinaryOperator.LESS;
          case TideTokens.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
          case TideTokens.GREATER -> BinaryOperator.GREATER;
          case TideTokens.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
          case TideTokens.TILDE -> BinaryOperator.EXPLAINED_BY;
          case TideTokens.TO -> BinaryOperator.TO;
          case TideTokens.PLUS_MINUS -> BinaryOperator.PLUS_MINUS;
          case TideTokens.PLUS -> BinaryOperator.ADD;
          case TideTokens.MINUS -> BinaryOperator.SUBTRACT;
          case TideTokens.STAR -> BinaryOperator.MULTIPLY;
          case TideTokens.SLASH -> BinaryOperator.DIVIDE;
          default -> BinaryOperator.POWER;
        };
    return new BinaryOperation(meaning, span(operator), left, right, span);
  }

  /** {@code not not x}, {@code --x}. */
  private Expression prefixed(ParserRuleContext context, UnaryOperator operator) {
    int last = context.getChildCount() - 1;
    Expression operand = expression((ParserRuleContext) context.getChild(last));
    return prefixes(context, 0, last, operator, operand);
  }

  private Expression prefixes(
      ParserRuleContext context, int from, int to, UnaryOperator operator, Expression operand) {
    Expression result = operand;
    int end = context.getStop().getStopIndex() + 1;
    for (int i = to - 1; i >= from; i--) {
      int start = ((TerminalNode) context.getChild(i)).getSymbol().getStartIndex();
      result = above(depth, new UnaryOperation(operator, result, new Span(start, end)));
    }
    return result;
  }

  private Expression comparison(Tide.ComparisonContext context) {
    Expression left = expression(child(context, 0));
    int deepest = depth;
    Expression right = expression(child(context, 2));
    deepest = Math.max(deepest, depth);
    if (context.APPROXIMATELY() == null) {
      TerminalNode operator = (TerminalNode) context.getChild(1);
      return above(deepest, binary(operator, left, right, span(context)));
    }
    Optional<Expression> tolerance = optional(context.WITHIN() == null ? null : child(context, 4));
    return above(
        Math.max(deepest, depth), new ApproximateEquality(left, right, tolerance, span(context)));
  }

  private Expression conversion(Tide.ConversionContext context) {
    ParserRuleContext first = child(context, 0);
    Expression value = expression(first);
    int deepest = depth;
    for (int i = 1; i + 1 < context.getChildCount(); i += 2) {
      ParserRuleContext operand = (ParserRuleContext) context.getChild(i + 1);
      Span span = span(first, operand);
      if (operand instanceof Tide.TypeContext unit) {
        TypeExpression type = types.type(unit);
        value = above(Math.max(deepest, depth), new Conversion(value, type, span));
      } else {
        Expression stage = expression(operand);
        value = above(Math.max(deepest, depth), new Pipe(value, stage, span));
      }
      deepest = depth;
    }
    return value;
  }

  private Expression spread(Tide.SpreadContext context) {
    Expression left = expression(child(context, 0));
    int deepest = depth;
    Expression right = expression(child(context, 2));
    deepest = Math.max(deepest, depth);
    if (context.RANGE() == null) {
      TerminalNode operator = (TerminalNode) context.getChild(1);
      return above(deepest, binary(operator, left, right, span(context)));
    }
    Optional<Expression> step = optional(context.BY() == null ? null : child(context, 4));
    return above(Math.max(deepest, depth), new RangeExpression(left, right, step, span(context)));
  }

  RangeExpression bounds(Tide.BoundsContext context) {
    Expression from = expression(child(context, 0));
    int deepest = depth;
    Expression to = expression(child(context, 2));
    return above(
        Math.max(deepest, depth), new RangeExpression(from, to, Optional.empty(), span(context)));
  }

  private Expression quantity(Tide.QuantityContext context) {
    NumberLiteral number = number(context.MAGNITUDE());
    TerminalNode name = (TerminalNode) context.getChild(2);
    Expression unit = leaf(new NameReference(words(name), span(name)));
    if (context.exponent() != null) {
      Expression exponent = expression(context.exponent());
      Span span = span(name).to(span(context.exponent()));
      unit = above(depth, binary(context.CARET(), unit, exponent, span));
    }
    return above(depth, new QuantityLiteral(number, unit, span(context)));
  }

  NumberLiteral number(TerminalNode token) {
    String written = words(token);
    double value;
    try {
      value = Double.parseDouble(written.indexOf('_') < 0 ? written : written.replace("_", ""));
    } catch (NumberFormatException reportedByTheScanner) {
      value = 0;
    }
    if (Double.isInfinite(value)) {
      problems.add(LexicalErrors.numberTooLarge(source, span(token)));
    }
    return leaf(new NumberLiteral(value, written, span(token)));
  }

  /** Right-associative; a minus in an exponent takes all that is to its right. */
  private Expression power(Tide.PowerContext context) {
    int last = context.getChildCount() - 1;
    Tide.ExponentContext lastExponent = (Tide.ExponentContext) context.getChild(last);
    Expression right = expression(lastExponent);
    int end = context.getStop().getStopIndex() + 1;
    for (int i = last - 2; i >= 0; i -= 2) {
      int deepest = depth;
      ParserRuleContext operand = (ParserRuleContext) context.getChild(i);
      TerminalNode operator = (TerminalNode) context.getChild(i + 1);
      int signs = operand instanceof Tide.ExponentContext ? operand.getChildCount() - 1 : 0;
      ParserRuleContext base =
          operand instanceof Tide.ExponentContext exponent ? exponent.postfix() : operand;
      Expression left = expression(base);
      Span span = new Span(base.getStart().getStartIndex(), end);
      right = above(Math.max(deepest, depth), binary(operator, left, right, span));
      for (int sign = signs - 1; sign >= 0; sign--) {
        int start = ((TerminalNode) operand.getChild(sign)).getSymbol().getStartIndex();
        right = above(depth, new UnaryOperation(UnaryOperator.NEGATE, right, new Span(start, end)));
      }
    }
    return right;
  }

  private Expression postfix(Tide.PostfixContext context) {
    ParserRuleContext first = context.primary();
    int start = first.getStart().getStartIndex();
    Expression target = expression(first);
    int deepest = depth;
    int i = 1;
    while (i < context.getChildCount()) {
      TerminalNode sign = (TerminalNode) context.getChild(i);
      switch (sign.getSymbol().getType()) {
        case TideTokens.DOT -> {
          TerminalNode member = (TerminalNode) context.getChild(i + 1);
          Span span = new Span(start, span(member).end());
          target = above(deepest, new MemberAccess(target, identifier(member), span));
          i += 2;
        }
        case TideTokens.OPEN_PAREN -> {
          List<Argument> arguments = arguments((Tide.ArgumentsContext) context.getChild(i + 1));
          Span span = new Span(start, span((TerminalNode) context.getChild(i + 2)).end());
          target = above(Math.max(deepest, depth), new Call(target, arguments, span));
          i += 3;
        }
        case TideTokens.OPEN_BRACKET -> {
          Expression index = expression((ParserRuleContext) context.getChild(i + 1));
          Span span = new Span(start, span((TerminalNode) context.getChild(i + 2)).end());
          target = above(Math.max(deepest, depth), new IndexAccess(target, index, span));
          i += 3;
        }
        default -> {
          List<Override> overrides = new ArrayList<>();
          i += 2;
          ParseTree child = context.getChild(i);
          int inner = 0;
          while (child instanceof ParserRuleContext) {
            if (child instanceof Tide.OverrideContext override) {
              overrides.add(override(override));
              inner = Math.max(inner, depth);
            }
            child = context.getChild(++i);
          }
          Span span = new Span(start, span((TerminalNode) child).end());
          target = above(Math.max(deepest, inner), new WithExpression(target, overrides, span));
          i++;
        }
      }
      deepest = depth;
    }
    return target;
  }

  private Override override(Tide.OverrideContext context) {
    List<Identifier> path = new ArrayList<>();
    for (TerminalNode name : context.NAME()) {
      path.add(identifier(name));
    }
    return new Override(path, expression(context.expression()), span(context));
  }

  /** Leaves the depth of the deepest. */
  List<Argument> arguments(Tide.ArgumentsContext context) {
    List<Argument> arguments = new ArrayList<>();
    int deepest = 0;
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof Tide.ArgumentContext argument) {
        Optional<Identifier> name =
            argument.LABEL() == null ? Optional.empty() : Optional.of(identifier(argument.LABEL()));
        arguments.add(new Argument(name, expression(argument.expression()), span(argument)));
        deepest = Math.max(deepest, depth);
      }
    }
    depth = deepest;
    return arguments;
  }

  private Expression primary(Tide.PrimaryContext context) {
    TerminalNode token = (TerminalNode) context.getChild(0);
    Span span = span(token);
    return switch (token.getSymbol().getType()) {
      case TideTokens.NUMBER -> number(token);
      case TideTokens.TRUE -> leaf(new BoolLiteral(true, span));
      case TideTokens.FALSE -> leaf(new BoolLiteral(false, span));
      case TideTokens.THIS -> leaf(new ThisReference(span));
      case TideTokens.OPEN_PAREN -> expression(context.expression());
      default -> leaf(new NameReference(words(token), span));
    };
  }

  private Expression list(Tide.ListContext context) {
    List<Tide.ExpressionContext> inner = context.expression();
    if (context.FOR() == null) {
      List<Expression> elements = new ArrayList<>(inner.size());
      int deepest = 0;
      for (Tide.ExpressionContext element : inner) {
        elements.add(expression(element));
        deepest = Math.max(deepest, depth);
      }
      return above(deepest, new ListLiteral(elements, span(context)));
    }
    Expression element = expression(inner.get(0));
    int deepest = depth;
    Expression elements = expression(inner.get(1));
    deepest = Math.max(deepest, depth);
    Optional<Expression> condition = optional(inner.size() > 2 ? inner.get(2) : null);
    return above(
        Math.max(deepest, depth),
        new Comprehension(element, identifier(context.NAME()), elements, condition, span(context)));
  }

  private Expression record(Tide.RecordContext context) {
    List<RecordEntry> entries = new ArrayList<>();
    int deepest = 0;
    for (Tide.EntryContext entry : context.entry()) {
      boolean shorthand = entry.LABEL() == null;
      TerminalNode name = shorthand ? entry.NAME() : entry.LABEL();
      Expression value =
          shorthand
              ? leaf(new NameReference(words(name), span(name)))
              : expression(entry.expression());
      deepest = Math.max(deepest, depth);
      entries.add(new RecordEntry(identifier(name), value, shorthand, span(entry)));
    }
    return above(deepest, new RecordLiteral(entries, span(context)));
  }

  private Expression block(Tide.BlockContext context) {
    List<Statement> definitions = new ArrayList<>();
    List<Tide.StatementContext> inner = context.statement();
    int deepest = 0;
    Expression result = null;
    for (int i = 0; i < inner.size(); i++) {
      depth = 0;
      Statement statement = statements.local(inner.get(i));
      deepest = Math.max(deepest, depth);
      if (i < inner.size() - 1) {
        definitions.add(statement);
      } else if (statement instanceof ExpressionStatement last) {
        result = last.expression();
      }
    }
    if (result == null) {
      problems.add(BuilderErrors.blockWithoutValue(source, span(context)));
      throw new Reported();
    }
    for (Statement statement : definitions) {
      if (statement instanceof ExpressionStatement) {
        problems.add(BuilderErrors.valueInsideBlock(source, statement.span()));
        throw new Reported();
      }
    }
    return above(deepest, new Block(definitions, result, span(context)));
  }

  private Expression table(Tide.TableContext context) {
    TerminalNode name = context.TABLE();
    List<Argument> columns = arguments(context.arguments());
    int deepest = depth;
    Span header = span(name).to(span(context.CLOSE_PAREN()));
    Call call = new Call(new NameReference(words(name), span(name)), columns, header);
    List<TableRow> rows = new ArrayList<>();
    for (Tide.RowContext row : context.row()) {
      List<Expression> cells = new ArrayList<>();
      for (Tide.ExpressionContext cell : row.expression()) {
        cells.add(expression(cell));
        deepest = Math.max(deepest, depth);
      }
      rows.add(new TableRow(cells, span(row)));
    }
    return above(deepest, new TableLiteral(call, rows, span(context)));
  }

  TextLiteral text(Tide.TextContext context) {
    List<TextPart> parts = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    int chunkStart = -1;
    int deepest = 0;
    int end = context.getStop().getStartIndex();
    for (int i = 1; i < context.getChildCount() - 1; i++) {
      if (context.getChild(i) instanceof Tide.HoleContext hole) {
        if (chunkStart >= 0) {
          int holeStart = hole.getStart().getStartIndex();
          parts.add(new TextPart.Chunk(chunk.toString(), new Span(chunkStart, holeStart)));
          chunk.setLength(0);
          chunkStart = -1;
        }
        parts.add(new TextPart.Hole(expression(hole.expression()), span(hole)));
        deepest = Math.max(deepest, depth);
      } else {
        TerminalNode piece = (TerminalNode) context.getChild(i);
        if (chunkStart < 0) {
          chunkStart = span(piece).start();
        }
        if (piece.getSymbol().getType() == TideTokens.TEXT_ESCAPE) {
          chunk.append(escape(piece));
        } else {
          chunk.append(words(piece));
        }
      }
    }
    if (chunkStart >= 0) {
      parts.add(new TextPart.Chunk(chunk.toString(), new Span(chunkStart, end)));
    }
    return above(deepest, new TextLiteral(parts, span(context)));
  }

  private char escape(TerminalNode piece) {
    char c = words(piece).charAt(1);
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case '"', '\\', '{', '}':
        return c;
      default:
        problems.add(LexicalErrors.unknownEscape(source, span(piece)));
        return c;
    }
  }
}
