package org.tidemark.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.Keys;
import org.tidemark.support.Command;
import org.tidemark.support.Repository;

/** Reports in a browser: how fast, how large, how legible, by pointer, by keyboard, on paper. */
@Execution(ExecutionMode.SAME_THREAD)
class ReportBrowserIT {
  private static final int WIDE = 1200;
  private static final int TALL = 900;
  private static final int PHONE = 360;
  private static final Path PICTURES = Path.of("target", "report");
  private static final String FOCUS = "document.activeElement";

  @TempDir static Path folder;

  private static Browser browser;
  private static Path large;
  private static Path small;
  private static Path audit;
  private static Path ledger;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    large = Files.createDirectories(PICTURES).resolve("large.html").toAbsolutePath();
    LargeReport.write(large);
    small = folder.resolve("small.html");
    Path script = folder.resolve("memory.tide");
    Files.copy(Path.of("src", "test", "golden", "report", "memory.tide"), script);
    Command.run(folder, "run", "memory.tide", "--report", "small.html");
    audit = folder.resolve("audit.html");
    Command.run(
        folder,
        "audit",
        "std.audit.endogenous",
        "std.audit.feudalism",
        "--report",
        audit.getFileName().toString());
    ledger = folder.resolve("ledger.html");
    Command.run(
        folder,
        "ledger",
        "--on",
        "2029-01-01",
        "--draws",
        "50",
        "--report",
        ledger.getFileName().toString());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void thirtyPlotsAndTenThousandRowsAreSmallAndQuick() throws IOException {
    assertTrue(Files.size(large) < 3_000_000, "size " + Files.size(large));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      browser.open(large, WIDE, TALL, false);
      best =
          Math.min(
              best,
              browser.number(
                  "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    }
    System.out.println(
        "a report of " + Files.size(large) + " bytes is first seen after " + best + " ms");
    assertTrue(best < 1000, "first seen after " + best + " ms");
    assertEquals(30.0, browser.number("document.querySelectorAll('.plot.live').length"));
    assertTrue(browser.number("document.querySelectorAll('tbody tr').length") > 10_000);
    browser.picture(PICTURES.resolve("large.png"));
  }

  @Test
  void nothingIsComplainedOfAndNothingAskedFor() {
    browser.complaints();
    browser.requests();
    for (Path page : List.of(large, small, audit, ledger)) {
      browser.open(page, WIDE, TALL, false);
      assertEquals(List.of(), browser.complaints());
      assertEquals(List.of(), browser.requests());
      assertEquals(0.0, browser.number("performance.getEntriesByType('resource').length"));
    }
  }

  @Test
  void nobodyIsShutOut() {
    for (int width : new int[] {WIDE, PHONE}) {
      for (boolean dark : new boolean[] {false, true}) {
        for (Path page : List.of(small, audit, ledger)) {
          browser.open(page, width, TALL, dark);
          browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)");
          String look = page.getFileName() + " " + width + (dark ? " dark" : " light");
          assertEquals("", browser.violations(), look);
        }
      }
    }
  }

  /** Rows and points are alike, and with thousands of them axe takes minutes: some are enough. */
  @Test
  void plotsAndLongTablesAreForEverybodyToo() {
    for (boolean dark : new boolean[] {false, true}) {
      browser.open(large, dark ? PHONE : WIDE, TALL, dark);
      browser.ask("document.querySelector('details.data').open = true");
      for (String many : List.of("tr:nth-child(n+30)", "g.v > :nth-child(n+4)")) {
        browser.ask("document.querySelectorAll('" + many + "').forEach(each => each.remove())");
      }
      assertEquals("", browser.violations(), dark ? "dark" : "light");
    }
  }

  @Test
  void aTelephoneIsWideEnough() throws IOException {
    for (Path page : List.of(large, small, audit, ledger)) {
      browser.open(page, PHONE, 740, false);
      browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertEquals(PHONE, browser.number("document.documentElement.scrollWidth"));
    }
  }

  @Test
  void keysReachEverything() {
    browser.open(large, WIDE, TALL, false);
    browser.press(Keys.TAB);
    assertEquals("Skip to the results", browser.text(FOCUS + ".textContent"));
    assertTrue(browser.number(FOCUS + ".getBoundingClientRect().left") >= 0, "it is seen");
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      browser.press(Keys.TAB);
      reached.add(browser.text(FOCUS + ".tagName + '.' + " + FOCUS + ".className"));
      assertNotEquals(
          "0px", browser.text("getComputedStyle(" + FOCUS + ").outlineWidth"), "focus is seen");
    }
    assertTrue(reached.contains("DIV.plot live"), reached.toString());
    assertTrue(reached.contains("SUMMARY."), reached.toString());
    String details = FOCUS + ".parentNode.open";
    browser.ask("document.querySelector('summary').focus()");
    browser.press(Keys.ENTER);
    assertEquals("true", browser.text(details));
    browser.press(Keys.ENTER);
    assertEquals("false", browser.text(details));
  }

  @Test
  void plotsSayTheirValues() {
    browser.open(large, WIDE, TALL, false);
    String words = "document.querySelector('.plot .at').textContent";
    assertEquals("", browser.text(words));
    browser.ask("document.querySelector('.plot').focus()");
    browser.press(Keys.ARROW_RIGHT);
    String first = browser.text(words);
    assertTrue(first.contains("learning") && first.contains("12"), first);
    browser.press(Keys.ARROW_RIGHT);
    String second = browser.text(words);
    assertNotEquals(first, second);
    browser.press(Keys.ARROW_LEFT);
    assertEquals(first, browser.text(words));
    browser.press(Keys.ARROW_DOWN);
    assertTrue(browser.text(words).contains("measured"), browser.text(words));
    browser.press(Keys.END);
    assertTrue(browser.text(words).contains("201"), browser.text(words));
    browser.press(Keys.ESCAPE);
    assertEquals("", browser.text(words));
    browser.pointAt(".plot svg");
    assertNotEquals("", browser.text(words));
    assertEquals(1.0, browser.number("document.querySelectorAll('.ring').length"));
  }

  @Test
  void tablesCanBeSorted() {
    browser.open(large, WIDE, TALL, false);
    String cost = "Array.from(document.querySelectorAll('th')).find(t => t.textContent == 'cost')";
    String cell = cost + ".closest('table').tBodies[0].rows[0].cells[2].textContent";
    browser.ask(cost + ".firstChild.click()");
    assertEquals("0", browser.text(cell));
    browser.ask(cost + ".firstChild.click()");
    assertEquals("99.995", browser.text(cell));
    assertEquals("descending", browser.text(cost + ".ariaSort"));
  }

  /** On paper there is no unfolding and no scrolling, so all is there. */
  @Test
  void allIsPrinted() throws IOException {
    browser.open(small, 800, TALL, true);
    browser.media("print", true);
    // laid out anew, which a browser does before it paints the next time
    browser.await("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assertEquals(
        "",
        browser.text(
            "Array.from(document.querySelectorAll('details > :not(summary)'))"
                + ".filter(e => !e.checkVisibility({contentVisibilityAuto: true})"
                + " || e.getBoundingClientRect().height == 0)"
                + ".map(e => e.outerHTML.slice(0, 80)).join()"));
    assertEquals(
        0.0,
        browser.number(
            "Array.from(document.querySelectorAll('.region'))"
                + ".filter(e => e.scrollHeight > e.clientHeight + 1).length"));
    assertEquals(
        "rgb(255, 255, 255)", browser.text("getComputedStyle(document.body).backgroundColor"));
    Files.write(Files.createDirectories(PICTURES).resolve("printed.pdf"), browser.printed());
    browser.media("screen", false);
  }

  /** Pictures for people, in {@code repl/target/report}. */
  @Test
  void itCanBeLookedAt() throws IOException {
    Path example = folder.resolve("example.html");
    Command.Result result =
        Command.run(
            Repository.TOP,
            "run",
            "examples/endogenous-decentralization.tide",
            "--report",
            example.toString());
    assertEquals(0, result.status(), result::toString);
    browser.open(example, WIDE, 1600, false);
    browser.picture(PICTURES.resolve("light.png"));
    browser.open(example, WIDE, 1600, true);
    browser.picture(PICTURES.resolve("dark.png"));
    browser.open(small, PHONE, 1600, false);
    browser.picture(PICTURES.resolve("phone.png"));
    browser.open(large, PHONE, 900, true);
    browser.picture(PICTURES.resolve("phone-plots.png"));
    assertEquals(List.of(), browser.complaints());
  }
}
