package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "34.1 %            | 0.3414              | reproduced",
        "34.1 %            | 0.3416              | contradicted",
        "600 BUSD          | 600.4 BUSD          | reproduced",
        "100 EB .. 120 EB  | 113 EB              | reproduced",
        "100 EB .. 120 EB  | 121 EB              | contradicted",
        "date(2028)        | date(2027, 9)       | reproduced",
        "date(2028)        | date(2027, 3)       | contradicted",
        "never             | 3 year              | contradicted",
        "true              | 2 > 1               | reproduced",
        "[3 EB, 4 EB]      | [3.2 EB, 4.6 EB]    | contradicted"
      })
  void compares(String reported, String computed, String verdict) {
    String script =
        "claim c { reported = " + reported + "; computed = " + computed + " }\nshow c.verdict";
    assertEquals(verdict, Scripts.texts(script).get("c.verdict"));
  }

  @Test
  void takesOneTolerance() {
    String claim = "claim c { reported = 3 EB; computed = 3.4 EB; %s }\nshow c.holds";
    assertEquals("true", Scripts.texts(claim.formatted("tolerance = 0.4 EB")).get("c.holds"));
    assertEquals("false", Scripts.texts(claim.formatted("relative = 10 %")).get("c.holds"));
    assertEquals(
        List.of("E0406"), Scripts.codes(claim.formatted("tolerance = 1 EB; relative = 3 %")));
    assertEquals(List.of("E0406"), Scripts.codes(claim.formatted("tolerance = 1 year")));
  }
}
