package org.tidemark.grammar.reader;

import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.tidemark.grammar.antlr.Tide;

/** Runs the generated parser on single statements. */
final class StatementParser {
  private Tide parser;

  Tide.StatementContext statement(SliceStream tokens) {
    return parse(tokens, Tide::oneStatement).statement();
  }

  Tide.ExpressionContext expression(SliceStream tokens) {
    return parse(tokens, Tide::oneExpression).expression();
  }

  private <C extends ParserRuleContext> C parse(SliceStream tokens, Function<Tide, C> rule) {
    int start = tokens.index();
    if (parser == null) {
      parser = new LeanParser(tokens);
    } else {
      parser.setTokenStream(tokens);
    }
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return rule.apply(parser);
    } catch (GiveUp.Failure failedWithoutContext) {
      tokens.seek(start);
      parser.setTokenStream(tokens);
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      return rule.apply(parser);
    }
  }
}
