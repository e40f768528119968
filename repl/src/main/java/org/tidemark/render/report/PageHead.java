package org.tidemark.render.report;

import org.tidemark.render.chart.SvgChart;

/** What a page says to the browser: its name, its style, and that it reaches for nothing. */
final class PageHead {
  private PageHead() {}

  /**
   * Writes the head, from the beginning of the page.
   *
   * @param title of the window
   * @param version of Tidemark
   * @param script that the page runs
   * @param charts whether there are pictures in it
   */
  static void write(Html html, String title, String version, String script, boolean charts) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Assets.policy(script));
    html.line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.line().empty("meta", "name", "color-scheme", "content", "light dark");
    html.line().empty("meta", "name", "referrer", "content", "no-referrer");
    html.line().empty("meta", "name", "generator", "content", version);
    html.line().element("title", title).line();
    html.raw("<style>").raw(Assets.style());
    if (charts) {
      html.raw(SvgChart.styleSheet());
    }
    html.raw("</style>\n</head>\n");
  }
}
