package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.antlr.Tide;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.reader.StatementBuilder.Place;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Body;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.InvalidStatement;
import org.tidemark.grammar.tree.Script;
import org.tidemark.grammar.tree.Statement;

/**
 * Reads one text. Statements are parsed one by one; where one with a body fails inside it, the
 * statements of the body are, so that all mistakes are found in one go and none hides another.
 */
public final class ScriptReader {
  /** Characters; more is data rather than a script. */
  static final int MOST_CHARACTERS = 1 << 20;

  private static final int NONE = -1;

  private final SourceText source;
  private final Problems problems;
  private final Allowance allowance;
  private final StatementParser parser = new StatementParser();
  private final StatementBuilder builder;
  private LaidOut laidOut;

  private ScriptReader(SourceText source, Problems problems, Allowance allowance) {
    this.source = source;
    this.allowance = allowance;
    this.problems = problems;
    this.builder = new StatementBuilder(source, problems);
  }

  /**
   * Reads a script; throws only where that costs too much.
   *
   * @param allowance what it may cost
   */
  public static ParseResult script(SourceText source, Allowance allowance) {
    Span all = new Span(0, source.text().length());
    Problems problems = new Problems();
    if (source.text().length() > MOST_CHARACTERS) {
      problems.add(LayoutErrors.tooLarge(source, MOST_CHARACTERS));
      return new ParseResult(new Script(source, List.of(), List.of(), all), problems.inOrder());
    }
    ScriptReader reader = new ScriptReader(source, problems, allowance);
    Scan scan = Scanner.scan(source, problems);
    reader.laidOut = Layout.script(source, scan.lexemes(), problems, allowance);
    List<Statement> statements = reader.statements(0, reader.laidOut.end(), Place.SCRIPT, NONE);
    return new ParseResult(new Script(source, statements, scan.trivia(), all), problems.inOrder());
  }

  /**
   * Reads one expression; throws only where that costs too much.
   *
   * @param allowance what it may cost
   */
  public static ExpressionResult expression(SourceText source, Allowance allowance) {
    Problems problems = new Problems();
    if (source.text().length() > MOST_CHARACTERS) {
      problems.add(LayoutErrors.tooLarge(source, MOST_CHARACTERS));
      return new ExpressionResult(Optional.empty(), problems.inOrder());
    }
    ScriptReader reader = new ScriptReader(source, problems, allowance);
    Scan scan = Scanner.scan(source, problems);
    reader.laidOut = Layout.expression(source, scan.lexemes(), problems, allowance);
    Optional<Expression> expression = reader.oneExpression();
    List<Diagnostic> found = problems.inOrder();
    return new ExpressionResult(found.isEmpty() ? expression : Optional.empty(), found);
  }

  private Optional<Expression> oneExpression() {
    int end = laidOut.end();
    try {
      Tide.ExpressionContext context = parser.expression(slice(0, end));
      return Optional.of(builder.expression(context));
    } catch (GiveUp.Failure failure) {
      explain(0, end, failure.token());
    } catch (TooDeep tooDeep) {
      explain(tooDeep);
    } catch (Reported reported) {
      // Nothing to add.
    }
    return Optional.empty();
  }

  private SliceStream slice(int from, int to) {
    Lexeme[] tokens = laidOut.tokens();
    return new SliceStream(tokens, from, to, tokens[to], allowance);
  }

  /**
   * The statements between two tokens.
   *
   * @param failing a token known to fit nowhere, or {@link #NONE}
   */
  private List<Statement> statements(int from, int to, Place place, int failing) {
    List<Statement> statements = new ArrayList<>();
    Lexeme[] tokens = laidOut.tokens();
    int start = from;
    for (int i = from; i <= to; i++) {
      int type = i == to ? TideTokens.SEMICOLON : tokens[i].getType();
      if (type == TideTokens.SEMICOLON || type == TideTokens.NEWLINE) {
        if (i > start) {
          boolean fails = failing >= start && failing < i;
          statements.add(statement(start, i, place, fails ? failing : NONE));
        }
        start = i + 1;
      } else if (laidOut.partner()[i] > i) {
        i = laidOut.partner()[i];
      }
    }
    return statements;
  }

  private Statement statement(int from, int to, Place place, int failing) {
    if (problems.isFull()) {
      return invalid(from, to);
    }
    Diagnostic foreign = ForeignWord.explain(source, laidOut, from, to);
    if (foreign != null) {
      problems.add(foreign);
      return invalid(from, to);
    }
    try {
      if (failing != NONE) {
        // The statement around has been tried already; trying each level again would be quadratic.
        throw new GiveUp.Failure(failing);
      }
      return build(slice(from, to), place, null);
    } catch (LimitReached reached) {
      throw reached.at(new Location(source, laidOut.tokens()[from].span()));
    } catch (GiveUp.Failure failure) {
      int brace = bodyAround(from, to, failure.token());
      if (brace >= 0) {
        return statementWithBody(from, to, brace, place, failure.token());
      }
      explain(from, to, failure.token());
    } catch (TooDeep tooDeep) {
      explain(tooDeep);
    } catch (Reported reported) {
      // Nothing to add.
    }
    return invalid(from, to);
  }

  private Statement build(SliceStream tokens, Place place, Body body) {
    return builder.statement(parser.statement(tokens), place, body);
  }

  /** The brace of the statement's own body, if the token stands in it; else -1. */
  private int bodyAround(int from, int to, int token) {
    for (int i = from; i < to; i++) {
      int partner = laidOut.partner()[i];
      if (partner > i) {
        if (laidOut.tokens()[i].getType() == TideTokens.OPEN_BODY && token > i && token < partner) {
          return i;
        }
        i = partner;
      }
    }
    return -1;
  }

  /** Reads the statements of the body one by one, then the statement around an empty body. */
  private Statement statementWithBody(int from, int to, int brace, Place place, int failing) {
    Lexeme[] tokens = laidOut.tokens();
    int close = laidOut.partner()[brace];
    List<Statement> inner = statements(brace + 1, close, Place.BODY, failing);
    Lexeme[] around = new Lexeme[to - from - (close - brace - 1)];
    System.arraycopy(tokens, from, around, 0, brace + 1 - from);
    System.arraycopy(tokens, close, around, brace + 1 - from, to - close);
    Span braces =
        new Span(tokens[brace].getStartIndex(), Math.max(tokens[brace].end(), tokens[close].end()));
    try {
      SliceStream slice = new SliceStream(around, 0, around.length, tokens[to], allowance);
      return build(slice, place, new Body(inner, braces));
    } catch (GiveUp.Failure failure) {
      explain(from, to, failure.token());
    } catch (TooDeep tooDeep) {
      explain(tooDeep);
    } catch (Reported reported) {
      // Nothing to add.
    }
    return invalid(from, to);
  }

  private void explain(int from, int to, int token) {
    Diagnostic diagnostic = Explanation.of(source, laidOut, from, to, token);
    if (diagnostic != null) {
      problems.add(diagnostic);
    }
  }

  private void explain(TooDeep tooDeep) {
    problems.add(
        LayoutErrors.expressionTooDeep(source, tooDeep.span(), ExpressionBuilder.mostDepth()));
  }

  private InvalidStatement invalid(int from, int to) {
    Lexeme[] tokens = laidOut.tokens();
    int start = tokens[from].getStartIndex();
    Span span = new Span(start, Math.max(start, tokens[to - 1].end()));
    return new InvalidStatement(guessedName(from, to), span);
  }

  private Optional<Identifier> guessedName(int from, int to) {
    Lexeme[] tokens = laidOut.tokens();
    int at =
        switch (tokens[from].getType()) {
          case TideTokens.DEFINES, TideTokens.LABEL -> from;
          case TideTokens.PARAM,
              TideTokens.LET,
              TideTokens.KIND,
              TideTokens.UNIT,
              TideTokens.EXCHANGE,
              TideTokens.FN ->
              from + 1;
          case TideTokens.FOREIGN -> from + 2;
          // `name := value`, `name value`
          case TideTokens.NAME -> from;
          default -> to;
        };
    if (at >= to) {
      return Optional.empty();
    }
    int type = tokens[at].getType();
    boolean named =
        type == TideTokens.NAME || type == TideTokens.LABEL || type == TideTokens.DEFINES;
    return named
        ? Optional.of(new Identifier(source.text(tokens[at].span()), tokens[at].span()))
        : Optional.empty();
  }
}
