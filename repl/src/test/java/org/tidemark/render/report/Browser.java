package org.tidemark.render.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, told what to look at. Nothing is downloaded for it. */
final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final List<String> GRADES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** Selenium warns of each Chromium that is newer than itself; kept, lest it be forgotten. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final int ATTEMPTS = 4;

  private final Path profile;
  private ChromeDriver driver;
  private Runnable lastOpened = () -> {};
  private int started;

  private Browser(Path profile) {
    this.profile = profile;
    driver = driver();
  }

  /**
   * Starts one. Where there is none the tests are left out, unless TIDE_REQUIRE_BROWSER is set.
   *
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    boolean there = CHROMIUM.canExecute() && DRIVER.canExecute();
    if (!there && System.getenv("TIDE_REQUIRE_BROWSER") == null) {
      System.out.println("There is no Chromium here, so reports are not looked at in a browser.");
      Assumptions.abort("no Chromium");
    }
    return new Browser(profile);
  }

  private ChromeDriver driver() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile.resolve("browser" + started++));
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    logging.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    SELENIUM.setLevel(Level.SEVERE);
    // set outright, so that nothing is looked for and nothing is fetched
    System.setProperty("webdriver.chrome.driver", DRIVER.getPath());
    System.setProperty("webdriver.chrome.silentOutput", "true");
    ChromeDriver driver = new ChromeDriver(options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
    return driver;
  }

  /** Sizes and colours, then the page. */
  void open(Path page, int width, int height, boolean dark) {
    lastOpened =
        () -> {
          look(width, height, dark);
          driver.get(page.toUri().toString());
        };
    lastOpened.run();
  }

  void look(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    media("screen", dark);
  }

  /** {@code screen} or {@code print}. */
  void media(String medium, boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(scheme)));
  }

  /** What a script gives back. */
  Object ask(String script) {
    return driver.executeScript("return " + script);
  }

  /** Waits for a promise. */
  void await(String promise) {
    driver.executeAsyncScript(promise + ".then(() => arguments[arguments.length - 1]())");
  }

  double number(String script) {
    return ((Number) ask(script)).doubleValue();
  }

  String text(String script) {
    return String.valueOf(ask(script));
  }

  /** Presses a key where the focus is. */
  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  /** Moves the pointer to the middle of what a selector finds. */
  void pointAt(String selector) {
    new org.openqa.selenium.interactions.Actions(driver)
        .moveToElement(driver.findElement(org.openqa.selenium.By.cssSelector(selector)))
        .perform();
  }

  /** What the console says since it was last asked, from warnings on. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  /** What was asked for over any network since this was last asked, the page's own file aside. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      String message = entry.getMessage();
      if (message.contains("\"Network.requestWillBeSent\"")
          && !message.contains("\"type\":\"Document\"")) {
        requests.add(message);
      }
    }
    return requests;
  }

  /** The violations that axe finds, one a line; empty where there are none. */
  String violations() {
    driver.executeScript(axe());
    return String.valueOf(
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]},"
                + " resultTypes: ['violations']}).then(found => done(found.violations.map(v =>"
                + " v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)"
                + " + ' ' + n.failureSummary).join(' | ')).join('\\n')), error => done(error));",
            GRADES));
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /**
   * The page as it is seen, for people. Now and then Chromium loses its page while it takes a
   * picture ("not attached to an active page"); then another one is started and shown the page.
   */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    for (int attempt = 1; ; attempt++) {
      try {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        return;
      } catch (WebDriverException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
        System.out.println("Chromium took no picture, and is started again: " + lost.getMessage());
        startAgain();
      }
    }
  }

  private void startAgain() {
    try {
      driver.quit();
    } catch (WebDriverException gone) {
      System.out.println("Chromium did not end as asked: " + gone.getMessage());
    }
    driver = driver();
    lastOpened.run();
  }

  /** The page as it is printed. */
  byte[] printed() {
    Map<String, Object> pdf = driver.executeCdpCommand("Page.printToPDF", Map.of());
    return Base64.getDecoder().decode(String.valueOf(pdf.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
