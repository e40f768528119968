package org.tidemark.session.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.api.Tide;
import org.tidemark.session.Highlight;

/** What the parts of entries are. */
class ColouringTest {
  private static final Insight INSIGHT =
      new InsightCache(Tide.builder().build(), Path.of(""), CommandNames.NONE)
          .of("param price = 3 USD/GB\nimport std.adoption\nunit lot = 25 GB\nrec = {to: 3}");

  /**
   * The names, words and unmatched brackets of an entry, each with the first letters of its role.
   */
  private static String names(String entry) {
    return INSIGHT.highlight(entry).stream()
        .filter(
            h ->
                switch (h.role()) {
                  case OPERATOR, BRACKET, PUNCTUATION, NUMBER, COMMENT -> false;
                  default -> true;
                })
        .map(h -> entry.substring(h.from(), h.to()) + ":" + h.role().name().substring(0, 4))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "show price + foo ¦ show:KEYW price:DEFI foo:UNKN",
        "show rec.to, 3 to 4 ¦ show:KEYW rec:DEFI to:FIEL to:KEYW",
        "x = 3 lot + 2 GB ¦ x:DEFI lot:UNIT GB:UNIT",
        "param y: 1/year = 5 %/year ¦ param:KEYW y:DEFI year:UNIT %:UNIT year:UNIT",
        "fn f(a: year, b = 2) -> USD = a * b * nix ¦ "
            + "fn:KEYW f:DEFI a:LOCA year:UNIT b:LOCA USD:UNIT a:LOCA b:LOCA nix:UNKN",
        "xs |> map(q => 2 * q) ¦ xs:UNKN map:BUIL q:LOCA q:LOCA",
        "ys = [k for k in 1..3 if k > 1] ¦ "
            + "ys:DEFI k:LOCA for:KEYW k:LOCA in:KEYW if:KEYW k:LOCA",
        "firm f { cost = price; let h = 2 } ¦ "
            + "firm:KIND f:DEFI cost:FIEL price:DEFI let:KEYW h:LOCA",
        "crossing c when price falls below 2 USD/GB ¦ "
            + "crossing:KIND c:DEFI when:KEYW price:DEFI falls:KEYW below:KEYW USD:UNIT GB:UNIT",
        "m = this with { price = 2 } ¦ m:DEFI this:KEYW with:KEYW price:FIEL",
        "show quantile([1], p: 3) ¦ show:KEYW quantile:BUIL p:LABE",
        "show price as EUR/TB ¦ show:KEYW price:DEFI as:KEYW EUR:UNIT TB:UNIT",
        "x = 3 USD @measured(\"a\") ¦ x:DEFI USD:UNIT @:ANNO measured:ANNO \":TEXT a:TEXT \":TEXT",
        "show \"n {price} {nix}\" ¦ show:KEYW \":TEXT n :TEXT price:DEFI  :TEXT nix:UNKN \":TEXT",
        "show adoption.foo ¦ show:KEYW adoption:MODU foo:FIEL",
        "import std.endogenous ¦ import:KEYW std:MODU endogenous:MODU",
        "process p { state x = 1; der x = t * x } ¦ "
            + "process:KIND p:DEFI state:KEYW x:LOCA der:KEYW x:LOCA t:LOCA x:LOCA",
        "firn f { } ¦ firn:UNKN f:DEFI",
        "show pri ¦ show:KEYW pri:DEFI",
        "y = (1 + [2) ¦ y:DEFI [:UNMA",
        "y = 1) ¦ y:DEFI ):UNMA",
        "y = (1 ¦ y:DEFI",
        "table(a: text, b: USD) { \"x\", 1 } ¦ "
            + "a:LABE text:KEYW b:LABE USD:UNIT \":TEXT x:TEXT \":TEXT",
        ":why price + foo ¦ :why:COMM price:DEFI foo:UNKN"
      })
  void namesAreToldByWhatTheyAre(String entry, String expected) {
    String found = names(entry);
    // `table` is a word of the language in one place and a function elsewhere
    assertEquals(expected, found.replace("table:BUIL ", ""));
  }

  @Test
  void commentsAreTold() {
    assertEquals(
        "COMMENT DOC_COMMENT DEFINITION OPERATOR NUMBER",
        INSIGHT.highlight("// a\n/// b\nx = 1").stream()
            .map(Highlight::role)
            .map(Enum::name)
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "11, 0", "3, 9", "10, 0", "4, 9", "5, -1"})
  void bracketsMatch(int cursor, int partner) {
    OptionalInt found = Insight.matching("(a [\")(\" ])", cursor);
    assertEquals(partner, found.orElse(-1));
  }
}
