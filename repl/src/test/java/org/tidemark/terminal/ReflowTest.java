package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReflowTest {
  @Test
  void longLinesGoOnFurtherIn() {
    assertEquals(
        "core: numbers, lists\n  and texts\nshort\n",
        Reflow.lines("core: numbers, lists and texts\nshort\n", 20));
  }

  @Test
  void paragraphsAreFilledAnewAndCodeStays() {
    String page =
        """
        The cost of a unit falls by the same
        share with each doubling.

        - at: the `cumulative output` at which

        ```
        show wright(cost: 12 USD/GB, at: 2.49 EB)
        ```""";
    String narrow =
        """
        The cost of a unit falls by
        the same share with each
        doubling.

        - at: the `cumulative output`
          at which

        ```
        show wright(cost: 12 USD/GB, at: 2.49 EB)
        ```""";
    assertEquals(narrow, Reflow.markdown(page, 29));
    assertEquals(page, Reflow.markdown(page, 60));
  }
}
