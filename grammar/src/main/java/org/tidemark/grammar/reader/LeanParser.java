package org.tidemark.grammar.reader;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.tidemark.grammar.antlr.Tide;

/**
 * The generated parser, but a level of precedence on which nothing stands leaves no node: a lone
 * number would otherwise carry ten of them, and a long list a gigabyte.
 */
final class LeanParser extends Tide {
  LeanParser(TokenStream tokens) {
    super(tokens);
    removeErrorListeners();
    setErrorHandler(new GiveUp());
  }

  @Override
  public void exitRule() {
    ParserRuleContext left = _ctx;
    super.exitRule();
    boolean empty =
        left.getChildCount() == 1
            && left.getRuleIndex() >= RULE_disjunction
            && left.getRuleIndex() <= RULE_power;
    if (empty && left.getChild(0) instanceof ParserRuleContext inner) {
      _ctx.removeLastChild();
      _ctx.addChild(inner);
      inner.setParent(_ctx);
    }
  }
}
