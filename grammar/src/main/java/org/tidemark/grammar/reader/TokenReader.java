package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/** Reads tokens only. */
public final class TokenReader {
  private TokenReader() {}

  /** All tokens and comments. */
  public static List<Token> tokens(SourceText source) {
    if (source.text().length() > ScriptReader.MOST_CHARACTERS) {
      return List.of();
    }
    SafeLexer lexer = new SafeLexer(new TextStream(source.text()));
    List<Token> tokens = new ArrayList<>();
    int texts = 0;
    while (true) {
      Lexeme lexeme = (Lexeme) lexer.nextToken();
      int type = lexeme.getType();
      if (type == TideTokens.EOF) {
        return List.copyOf(tokens);
      }
      if (type == TideTokens.LINE_END) {
        if (texts > 0) {
          lexer.leaveTexts(false);
          texts = 0;
        }
        continue;
      }
      if (type == TideTokens.SPACE) {
        continue;
      }
      if (type == TideTokens.UNCLOSED_COMMENT) {
        Span rest = new Span(lexeme.getStartIndex(), source.text().length());
        tokens.add(new Token(TokenKind.COMMENT, source.text(rest), rest));
        return List.copyOf(tokens);
      }
      texts += type == TideTokens.TEXT_OPEN ? 1 : type == TideTokens.TEXT_CLOSE ? -1 : 0;
      TokenKind kind =
          type == TideTokens.CLOSE_BRACE && lexer.isInText() ? TokenKind.HOLE : kind(type);
      tokens.add(new Token(kind, source.text(lexeme.span()), lexeme.span()));
    }
  }

  private static TokenKind kind(int type) {
    if (Words.isReserved(type)) {
      return TokenKind.WORD;
    }
    return switch (type) {
      case TideTokens.NAME -> TokenKind.NAME;
      case TideTokens.NUMBER -> TokenKind.NUMBER;
      case TideTokens.TEXT_OPEN,
          TideTokens.TEXT_CHUNK,
          TideTokens.TEXT_ESCAPE,
          TideTokens.TEXT_CLOSE ->
          TokenKind.TEXT;
      case TideTokens.TEXT_HOLE -> TokenKind.HOLE;
      case TideTokens.OPEN_PAREN,
          TideTokens.CLOSE_PAREN,
          TideTokens.OPEN_BRACKET,
          TideTokens.CLOSE_BRACKET,
          TideTokens.OPEN_BRACE,
          TideTokens.CLOSE_BRACE ->
          TokenKind.BRACKET;
      case TideTokens.COMMA, TideTokens.COLON, TideTokens.SEMICOLON -> TokenKind.PUNCTUATION;
      case TideTokens.LINE_COMMENT, TideTokens.BLOCK_COMMENT -> TokenKind.COMMENT;
      case TideTokens.DOC_COMMENT -> TokenKind.DOC_COMMENT;
      case TideTokens.UNKNOWN,
          TideTokens.BAD_NUMBER,
          TideTokens.SINGLE_QUOTED,
          TideTokens.FOREIGN_OPERATOR ->
          TokenKind.UNKNOWN;
      default -> TokenKind.OPERATOR;
    };
  }

  /** Whether more is to come. */
  public static boolean isIncomplete(SourceText source) {
    if (source.text().length() > ScriptReader.MOST_CHARACTERS) {
      return false;
    }
    SafeLexer lexer = new SafeLexer(new TextStream(source.text()));
    int open = 0;
    int last = TideTokens.SEMICOLON;
    int texts = 0;
    while (true) {
      Lexeme lexeme = (Lexeme) lexer.nextToken();
      int type = lexeme.getType();
      switch (type) {
        case TideTokens.EOF -> {
          return texts == 0 && (open > 0 || awaitsMore(last));
        }
        case TideTokens.UNCLOSED_COMMENT -> {
          return true;
        }
        case TideTokens.LINE_END -> {
          if (texts > 0) {
            // A text that its line does not close will never be closed.
            return false;
          }
        }
        case TideTokens.TEXT_OPEN -> texts++;
        case TideTokens.TEXT_CLOSE -> texts--;
        case TideTokens.OPEN_PAREN,
            TideTokens.OPEN_BRACKET,
            TideTokens.OPEN_BRACE,
            TideTokens.TEXT_HOLE ->
            open++;
        case TideTokens.CLOSE_PAREN, TideTokens.CLOSE_BRACKET, TideTokens.CLOSE_BRACE -> open--;
        default -> {}
      }
      if (lexeme.getChannel() == Lexeme.DEFAULT_CHANNEL) {
        last = type;
      }
    }
  }

  private static boolean awaitsMore(int last) {
    return Words.isOperator(last)
        || last == TideTokens.ASSIGN
        || last == TideTokens.COMMA
        || last == TideTokens.MAPS_TO
        || last == TideTokens.IF
        || last == TideTokens.THEN
        || last == TideTokens.ELSE
        || last == TideTokens.NOT
        || last == TideTokens.WITH;
  }
}
