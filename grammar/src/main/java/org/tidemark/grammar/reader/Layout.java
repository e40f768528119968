package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.reader.Frame.Kind;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;

/**
 * The pass between lexer and parser. It applies the newline rule, marks juxtaposition, tells braces
 * apart, gives words the meaning of their place, and sees to it that brackets match and nothing is
 * nested too deeply. So the grammar needs no predicates and hardly any lookahead.
 */
final class Layout {
  /** Brackets within brackets. */
  private static final int MOST_BRACKETS = 100;

  /** Nested {@code if} and {@code =>}. */
  private static final int MOST_RECURSION = 200;

  /** Operators in one expression; the tree builder has a closer limit on depth. */
  private static final int MOST_OPERATORS = 4000;

  private final SourceText source;
  private final Problems problems;
  private final Allowance allowance;
  private final List<Lexeme> in;
  private final Lexeme[] out;
  private final boolean script;
  private int size;
  private int[] partner;
  private final List<Frame> frames = new ArrayList<>();
  private Frame top;
  private int recursion;
  private int at;
  private int lastInvalid = -1;
  private boolean tableFollows;

  private Layout(
      SourceText source, List<Lexeme> in, boolean script, Problems problems, Allowance allowance) {
    this.allowance = allowance;
    this.source = source;
    this.in = in;
    this.script = script;
    this.problems = problems;
    // Each token brings at most one virtual one; closing what is open at an error adds two a frame.
    this.out = new Lexeme[3 * in.size() + 4 * MOST_BRACKETS];
    this.partner = new int[out.length];
  }

  /** Lays out a script. */
  static LaidOut script(
      SourceText source, List<Lexeme> lexemes, Problems problems, Allowance allowance) {
    return new Layout(source, lexemes, true, problems, allowance).run();
  }

  /** Lays out a single expression, in which line ends mean nothing. */
  static LaidOut expression(
      SourceText source, List<Lexeme> lexemes, Problems problems, Allowance allowance) {
    return new Layout(source, lexemes, false, problems, allowance).run();
  }

  private LaidOut run() {
    push(new Frame(script ? Kind.SCRIPT : Kind.PAREN, -1));
    int last = in.size() - 1;
    boolean stopped = false;
    while (at < last && !stopped) {
      Lexeme token = in.get(at);
      relabelWord(token);
      resynchronise(token);
      newline(token);
      direction(token);
      statementStart(token);
      headerWord(token);
      juxtaposition(token);
      stopped = !place(token);
      at++;
    }
    Lexeme end = in.get(last);
    if (stopped) {
      virtual(TideTokens.INVALID, out[size - 1].end());
    } else {
      reportUnclosed(end);
    }
    while (frames.size() > 1) {
      closeVirtually(end, false);
    }
    add(end);
    return new LaidOut(Arrays.copyOf(out, size), Arrays.copyOf(partner, size));
  }

  // Words

  private void relabelWord(Lexeme token) {
    int type = token.getType();
    boolean reserved = Words.isReserved(type);
    if (!reserved && type != TideTokens.NAME) {
      return;
    }
    int before = previousType();
    if (before == TideTokens.DOT) {
      token.setType(TideTokens.NAME);
      return;
    }
    int after = in.get(at + 1).getType();
    if (after == TideTokens.COLON) {
      token.setType(TideTokens.LABEL);
    } else if (reserved) {
      if (type == TideTokens.WITH && before == TideTokens.PIPE) {
        token.setType(TideTokens.NAME);
      }
    } else if (after == TideTokens.MAPS_TO) {
      token.setType(TideTokens.LAMBDA_NAME);
    }
  }

  /** What the first word of a statement means depends on the second. */
  private void statementStart(Lexeme token) {
    if (!top.holdsStatements() || !top.atStart) {
      return;
    }
    int type = token.getType();
    if (type == TideTokens.SEMICOLON || type == TideTokens.CLOSE_BRACE) {
      return;
    }
    if (type == TideTokens.NAME) {
      Lexeme next = in.get(at + 1);
      if (!next.firstOnLine || next.getType() == TideTokens.ASSIGN) {
        type = firstWord(token, next);
        token.setType(type);
      }
    }
    top.atStart = false;
    top.statementKind = type;
    top.statementStart = size;
    top.hasBody = false;
  }

  private int firstWord(Lexeme token, Lexeme next) {
    String word = word(token);
    return switch (next.getType()) {
      case TideTokens.ASSIGN -> TideTokens.DEFINES;
      case TideTokens.NAME -> declares(word);
      case TideTokens.TEXT_OPEN -> TideTokens.KIND;
      case TideTokens.FN -> word.equals("foreign") ? TideTokens.FOREIGN : TideTokens.KIND;
      case TideTokens.WHEN -> word.equals("once") ? TideTokens.ONCE : TideTokens.KIND;
      case TideTokens.THIS -> word.equals("correlate") ? TideTokens.CORRELATE : TideTokens.KIND;
      default -> {
        int afterNext = at + 2 < in.size() ? in.get(at + 2).getType() : TideTokens.EOF;
        boolean namesReservedWord =
            Words.isReserved(next.getType())
                && (afterNext == TideTokens.ASSIGN || afterNext == TideTokens.COLON);
        yield namesReservedWord ? declares(word) : TideTokens.NAME;
      }
    };
  }

  private static int declares(String word) {
    return switch (word) {
      case "param" -> TideTokens.PARAM;
      case "unit" -> TideTokens.UNIT;
      case "exchange" -> TideTokens.EXCHANGE;
      case "correlate" -> TideTokens.CORRELATE;
      default -> TideTokens.KIND;
    };
  }

  /** Words that mean something in the middle of certain statements only. */
  private void headerWord(Lexeme token) {
    if (token.getType() != TideTokens.NAME || !top.holdsStatements()) {
      return;
    }
    int position = size - top.statementStart;
    if (position < 2) {
      return;
    }
    int before = previousType();
    switch (top.statementKind) {
      case TideTokens.KIND -> {
        if (Words.canEnd(before)) {
          String word = word(token);
          if (word.equals("extends")) {
            token.setType(TideTokens.EXTENDS);
          } else if (word.equals("on") && before != TideTokens.NUMBER) {
            token.setType(TideTokens.ON);
          }
        }
      }
      case TideTokens.PLOT, TideTokens.EXPORT -> {
        if (Words.canEnd(before) && word(token).equals("over")) {
          token.setType(TideTokens.OVER);
        }
      }
      case TideTokens.FOREIGN -> {
        if (Words.canEnd(before) && word(token).equals("from")) {
          token.setType(TideTokens.FROM);
        }
      }
      case TideTokens.WHEN, TideTokens.ONCE -> {
        if (word(token).equals("once") && in.get(at + 1).getType() == TideTokens.OPEN_BRACE) {
          token.setType(TideTokens.ONCE);
        }
      }
      default -> {}
    }
  }

  /**
   * {@code falls below} and {@code rises above} between two operands are one sign, {@code <} or
   * {@code >}: a condition of something that runs comes to hold as it changes from false to true.
   */
  private void direction(Lexeme token) {
    if (token.getType() != TideTokens.NAME || !Words.canEnd(previousType())) {
      return;
    }
    Lexeme next = in.get(at + 1);
    if (next.firstOnLine && top.minds()) {
      return;
    }
    boolean falls = isWord(token, "falls") && isWord(next, "below");
    if (!falls && !(isWord(token, "rises") && isWord(next, "above"))) {
      return;
    }
    token.setStopIndex(next.getStopIndex());
    token.setType(falls ? TideTokens.LESS : TideTokens.GREATER);
    if (!inCondition()) {
      problems.add(LayoutErrors.happensInCondition(source, token, falls ? "<" : ">"));
    }
    // the second word is part of the sign now
    at++;
  }

  private boolean isWord(Lexeme token, String word) {
    return token.getType() == TideTokens.NAME && word(token).equals(word);
  }

  /** Whether the statement around, outside of other brackets than plain ones, is a condition. */
  private boolean inCondition() {
    int depth = frames.size() - 1;
    while (depth > 0 && frames.get(depth).kind == Kind.PAREN) {
      depth--;
    }
    Frame around = frames.get(depth);
    if (!around.holdsStatements() || around.atStart || around.hasBody) {
      return false;
    }
    if (around.statementKind == TideTokens.KIND) {
      for (int i = around.statementStart; i < size; i++) {
        if (out[i].getType() == TideTokens.WHEN) {
          return true;
        }
      }
      return false;
    }
    return around.statementKind == TideTokens.WHEN || around.statementKind == TideTokens.ONCE;
  }

  private String word(Lexeme token) {
    return source.text().substring(token.getStartIndex(), token.end());
  }

  // Lines

  private void newline(Lexeme token) {
    if (!token.firstOnLine || size == 0 || !top.minds()) {
      return;
    }
    if (!Words.canEnd(previousType())) {
      unfinishedLine(token);
      return;
    }
    int type = token.getType();
    if (type == TideTokens.MINUS) {
      if (top.holdsStatements()) {
        problems.add(LayoutErrors.lineBeginsWithMinus(source, token, out[size - 1]));
      }
    } else if (type == TideTokens.OPEN_BRACE) {
      boolean isBody = awaitsBody() || tableFollows;
      if (isBody) {
        problems.add(LayoutErrors.braceOnNextLine(source, token, out[size - 1]));
        return;
      }
    } else if (!Words.canBegin(type)) {
      return;
    }
    virtual(TideTokens.NEWLINE, out[size - 1].end());
    separated();
  }

  /** {@code a = 1 +} above {@code b = 2}: the line above lacks its end, this one is complete. */
  private void unfinishedLine(Lexeme token) {
    Lexeme before = out[size - 1];
    int type = before.getType();
    boolean unfinished =
        Words.isOperator(type) || type == TideTokens.ASSIGN || type == TideTokens.COMMA;
    if (!unfinished || !top.holdsStatements() || top.atStart || !plainlyBeginsStatement(token)) {
      return;
    }
    problems.add(LayoutErrors.unfinishedLine(source, before, token));
    virtual(TideTokens.INVALID, before.end());
    virtual(TideTokens.NEWLINE, before.end());
    separated();
  }

  private boolean awaitsBody() {
    return top.holdsStatements()
        && !top.atStart
        && !top.hasBody
        && (top.statementKind == TideTokens.KIND
            || top.statementKind == TideTokens.WHEN
            || top.statementKind == TideTokens.ONCE);
  }

  private void separated() {
    top.atStart = true;
    restartCounts();
  }

  private void restartCounts() {
    recursion -= top.recursion;
    top.recursion = 0;
    top.operators = 0;
  }

  /**
   * A line that plainly begins a statement, no further to the right than the statement around it,
   * ends the bracket that was left open above.
   */
  private void resynchronise(Lexeme token) {
    if (!script || !token.firstOnLine || top.minds()) {
      return;
    }
    int depth = frames.size() - 1;
    while (!frames.get(depth).holdsStatements()) {
      Kind kind = frames.get(depth).kind;
      if (kind == Kind.WITH || kind == Kind.TABLE) {
        return;
      }
      depth--;
    }
    Frame around = frames.get(depth);
    if (around.atStart
        || around.statementKind == TideTokens.FN
        || around.statementKind == TideTokens.FOREIGN) {
      return;
    }
    Lexeme start = out[around.statementStart];
    if (source.column(token.getStartIndex()) > source.column(start.getStartIndex())
        || !plainlyBeginsStatement(token)) {
      return;
    }
    reportUnclosed(token);
    while (frames.size() - 1 > depth) {
      closeVirtually(token, true);
    }
  }

  private boolean plainlyBeginsStatement(Lexeme token) {
    Lexeme next = in.get(at + 1);
    return switch (token.getType()) {
      case TideTokens.IMPORT,
          TideTokens.SHOW,
          TideTokens.PLOT,
          TideTokens.EXPORT,
          TideTokens.ASSERT,
          TideTokens.LET,
          TideTokens.FN,
          TideTokens.WHEN ->
          true;
      case TideTokens.NAME ->
          next.getType() == TideTokens.ASSIGN
              || (!next.firstOnLine
                  && (next.getType() == TideTokens.NAME || next.getType() == TideTokens.TEXT_OPEN));
      default -> false;
    };
  }

  // Juxtaposition

  private void juxtaposition(Lexeme token) {
    if (previousType() != TideTokens.NUMBER) {
      return;
    }
    int type = token.getType();
    if (token.firstOnLine && type != TideTokens.OPEN_PAREN) {
      return;
    }
    if (type == TideTokens.NAME || type == TideTokens.PERCENT) {
      out[size - 1].setType(TideTokens.MAGNITUDE);
      virtual(TideTokens.JUXTAPOSE, out[size - 1].end());
    } else if (type == TideTokens.OPEN_PAREN) {
      // A number is no function: without this mark the grammar would take `3 (x)` for a call.
      virtual(TideTokens.JUXTAPOSE, out[size - 1].end());
    }
  }

  // Brackets

  /** Puts the token out; false where nothing more can be read. */
  private boolean place(Lexeme token) {
    switch (token.getType()) {
      case TideTokens.OPEN_PAREN -> {
        return open(token, Kind.PAREN);
      }
      case TideTokens.OPEN_BRACKET -> {
        return open(token, Kind.BRACKET);
      }
      case TideTokens.TEXT_HOLE -> {
        return open(token, Kind.HOLE);
      }
      case TideTokens.OPEN_BRACE -> {
        return openBrace(token);
      }
      case TideTokens.CLOSE_PAREN, TideTokens.CLOSE_BRACKET, TideTokens.CLOSE_BRACE -> close(token);
      case TideTokens.SEMICOLON -> {
        add(token);
        separated();
      }
      case TideTokens.COMMA -> {
        int after = in.get(at + 1).getType();
        int before = previousType();
        if (isCloser(after)
            && top.kind != Kind.SCRIPT
            && before != TideTokens.COMMA
            && size - 1 != top.open) {
          token.setType(TideTokens.TRAILING_COMMA);
        }
        add(token);
        restartCounts();
      }
      case TideTokens.IF, TideTokens.MAPS_TO -> {
        add(token);
        top.recursion++;
        recursion++;
        require(recursion, token);
        if (recursion > MOST_RECURSION) {
          problems.add(LayoutErrors.tooDeep(source, token.span(), MOST_RECURSION));
          return false;
        }
      }
      default -> {
        add(token);
        if (++top.operators > MOST_OPERATORS) {
          problems.add(LayoutErrors.tooLong(source, token.span()));
          return false;
        }
      }
    }
    return true;
  }

  private void require(int depth, Lexeme token) {
    try {
      allowance.require(Limit.NESTING, depth);
    } catch (LimitReached reached) {
      throw reached.at(new Location(source, token.span()));
    }
  }

  private static boolean isCloser(int type) {
    return type == TideTokens.CLOSE_PAREN
        || type == TideTokens.CLOSE_BRACKET
        || type == TideTokens.CLOSE_BRACE;
  }

  private boolean open(Lexeme token, Kind kind) {
    boolean table = false;
    if (kind == Kind.PAREN && size > 0 && out[size - 1].getType() == TideTokens.NAME) {
      boolean selected = size > 1 && out[size - 2].getType() == TideTokens.DOT;
      table = !selected && word(out[size - 1]).equals("table");
    }
    Frame frame = new Frame(kind, size);
    if (table) {
      frame.table = size - 1;
    }
    top.operators++;
    add(token);
    push(frame);
    require(frames.size() - 1, token);
    if (frames.size() - 1 > MOST_BRACKETS) {
      problems.add(LayoutErrors.tooManyBrackets(source, token.span(), MOST_BRACKETS));
      return false;
    }
    return true;
  }

  private boolean openBrace(Lexeme token) {
    int before = previousType();
    Kind kind;
    int type;
    if (tableFollows) {
      kind = Kind.TABLE;
      type = TideTokens.OPEN_TABLE;
      tableFollows = false;
    } else if (before == TideTokens.WITH) {
      kind = Kind.WITH;
      type = TideTokens.OPEN_WITH;
    } else if (size > 0
        && (Words.canEnd(before) || before == TideTokens.ONCE)
        && size - 1 != top.open) {
      kind = Kind.BODY;
      type = TideTokens.OPEN_BODY;
      top.hasBody = true;
    } else if (looksLikeRecord()) {
      kind = Kind.RECORD;
      type = TideTokens.OPEN_RECORD;
    } else {
      kind = Kind.BLOCK;
      type = TideTokens.OPEN_BLOCK;
    }
    token.setType(type);
    return open(token, kind);
  }

  private boolean looksLikeRecord() {
    Lexeme first = in.get(at + 1);
    int type = first.getType();
    if (type == TideTokens.CLOSE_BRACE) {
      return true;
    }
    if (type == TideTokens.TEXT_OPEN) {
      int i = at + 2;
      while (i < in.size() - 1 && in.get(i).getType() == TideTokens.TEXT_CHUNK) {
        i++;
      }
      return in.get(i).getType() == TideTokens.TEXT_CLOSE
          && in.get(i + 1).getType() == TideTokens.COLON;
    }
    if (type != TideTokens.NAME && !Words.isReserved(type)) {
      return false;
    }
    int second = in.get(at + 2).getType();
    return second == TideTokens.COLON || (type == TideTokens.NAME && second == TideTokens.COMMA);
  }

  private static int closerOf(Kind kind) {
    return switch (kind) {
      case PAREN -> TideTokens.CLOSE_PAREN;
      case BRACKET -> TideTokens.CLOSE_BRACKET;
      default -> TideTokens.CLOSE_BRACE;
    };
  }

  private void close(Lexeme token) {
    int depth = frames.size() - 1;
    while (depth > 0 && closerOf(frames.get(depth).kind) != token.getType()) {
      depth--;
    }
    if (depth == 0) {
      closeNothing(token);
      return;
    }
    if (depth < frames.size() - 1) {
      reportUnclosed(token);
      while (frames.size() - 1 > depth) {
        closeVirtually(token, true);
      }
    }
    Frame closed = top;
    partner[closed.open] = size;
    add(token);
    pop();
    Lexeme next = in.get(at + 1);
    if (closed.kind == Kind.PAREN) {
      if (next.getType() == TideTokens.MAPS_TO) {
        out[closed.open].setType(TideTokens.OPEN_LAMBDA);
      } else if (closed.table >= 0 && next.getType() == TideTokens.OPEN_BRACE) {
        out[closed.table].setType(TideTokens.TABLE);
        tableFollows = true;
      }
    }
  }

  private void closeNothing(Lexeme token) {
    boolean wrongOne = frames.size() > 1 && (top.kind == Kind.PAREN || top.kind == Kind.BRACKET);
    if (lastInvalid < 0 || lastInvalid < top.open) {
      problems.add(LayoutErrors.strayBracket(source, token, wrongOne ? out[top.open] : null));
    }
    if (wrongOne) {
      partner[top.open] = size;
      token.setType(closerOf(top.kind));
      add(token);
      pop();
    }
    // Else it is left out: what stands around it may well be right.
  }

  private void reportUnclosed(Lexeme where) {
    if (frames.size() == 1 || lastInvalid > top.open || out[top.open].isVirtual()) {
      return;
    }
    problems.add(LayoutErrors.unclosedBracket(source, out[top.open], where));
  }

  private void closeVirtually(Lexeme before, boolean spoilt) {
    int offset = size == 0 ? before.getStartIndex() : out[size - 1].end();
    if (spoilt || top.kind != Kind.BODY) {
      virtual(TideTokens.INVALID, offset);
    }
    partner[top.open] = size;
    virtual(closerOf(top.kind), offset);
    pop();
  }

  private void push(Frame frame) {
    frames.add(frame);
    top = frame;
  }

  private void pop() {
    recursion -= top.recursion;
    frames.remove(frames.size() - 1);
    top = frames.get(frames.size() - 1);
  }

  // Output

  private int previousType() {
    return size == 0 ? TideTokens.NEWLINE : out[size - 1].getType();
  }

  private void add(Lexeme token) {
    if (token.getType() == TideTokens.INVALID) {
      lastInvalid = size;
    }
    token.setTokenIndex(size);
    out[size++] = token;
  }

  private void virtual(int type, int offset) {
    add(Lexeme.virtual(in.get(in.size() - 1), type, offset));
  }
}
