package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.grammar.source.SourceText;

class PrecedenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ## ",
      quoteCharacter = '`',
      value = {
        "12 USD/GB                ## (/ (QuantityLiteral 12 USD) GB)",
        "5 m^2                    ## (QuantityLiteral 5 (^ m 2))",
        "34.1 %                   ## (QuantityLiteral 34.1 %)",
        "5 %/year                 ## (/ (QuantityLiteral 5 %) year)",
        "5 m^-1 * x               ## (* (QuantityLiteral 5 (^ m (- 1))) x)",
        "-2^2                     ## (- (^ 2 2))",
        "-5 %                     ## (- (QuantityLiteral 5 %))",
        "2^-0.23                  ## (^ 2 (- 0.23))",
        "Q^-alpha                 ## (^ Q (- alpha))",
        "2^3^2                    ## (^ 2 (^ 3 2))",
        "2^-3^2                   ## (^ 2 (- (^ 3 2)))",
        "a * -b                   ## (* a (- b))",
        "a - b - c                ## (- (- a b) c)",
        "a / b / c                ## (/ (/ a b) c)",
        "a + b * c                ## (+ a (* b c))",
        "(a + b) * c              ## (* (+ a b) c)",
        "1..5                     ## (RangeExpression 1 5 -)",
        "1 + 2..n - 1 by 2        ## (RangeExpression (+ 1 2) (- n 1) 2)",
        "3 to 8 EUR/hour          ## (to 3 (/ (QuantityLiteral 8 EUR) hour))",
        "0.23 +- 0.06             ## (+- 0.23 0.06)",
        "0.23 ± 0.06              ## (+- 0.23 0.06)",
        "a + b as USD < c         ## (< (Conversion (+ a b) (UnitType USD)) c)",
        "a as USD/GB^2            ## (Conversion a (UnitType (/ USD (^ GB 2))))",
        "a as m^(1/2)             ## (Conversion a (UnitType (^ m (/ 1 2))))",
        "a as [date]              ## (Conversion a (ListType (SimpleType date)))",
        "a |> f |> g as %         ## (Conversion (Pipe (Pipe a f) g) (UnitType %))",
        "a < b and c or not d     ## (or (and (< a b) c) (not d))",
        "not a == b               ## (not (== a b))",
        "a ≈ b within 3 %         ## (ApproximateEquality a b (QuantityLiteral 3 %))",
        "price ~ wright(q)        ## (~ price (Call wright [(Argument - q)]))",
        "a.b[0].c                 ## (MemberAccess (IndexAccess (MemberAccess a"
            + " (Identifier b)) 0) (Identifier c))",
        "x => y => x + y          ## (Lambda [(Identifier x)] (Lambda [(Identifier y)] (+ x y)))",
        "if a then b else c + d   ## (Conditional a b (+ c d))",
        "{ N }                    ## (Block [] N)",
        "{ T: x, N }              ## (RecordLiteral [(RecordEntry (Identifier T) x false)"
            + " (RecordEntry (Identifier N) N true)])",
        "{}                       ## (RecordLiteral [])",
        "{ y = x + 1; y * 2 }     ## (Block [(Definition - PLAIN (Identifier y) - (+ x 1) - [])]"
            + " (* y 2))",
        "a |> with(x: 1)          ## (Pipe a (Call with [(Argument (Identifier x) 1)]))",
        "a with { b.c = 1 }.d     ## (MemberAccess (WithExpression a [(Override [(Identifier b)"
            + " (Identifier c)] 1)]) (Identifier d))",
      })
  void binds(String text, String shape) {
    ExpressionResult result = TideParser.parseExpression(new SourceText("expression", text));
    assertEquals(List.of(), result.diagnostics());
    assertEquals(shape, Shape.of(result.expression().orElseThrow()));
  }
}
