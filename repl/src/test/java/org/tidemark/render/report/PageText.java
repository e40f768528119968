package org.tidemark.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A written page, taken apart. */
final class PageText {
  /** The style and the script that each page carries. */
  static final Pattern OWN = Pattern.compile("(?s)<(style|script)>.*?</\\1>");

  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"results-json\">(.*?)</script>");

  private PageText() {}

  /** The page read as XML, without what is inside of its scripts and its style. */
  static Document parsed(String page) {
    String bare = DATA.matcher(OWN.matcher(page).replaceAll("<$1/>")).replaceAll("<script/>");
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(bare)));
    } catch (Exception notWellFormed) {
      throw new AssertionError(page, notWellFormed);
    }
  }

  /**
   * Requires that headings go down one level at a time, that ids are there once, and that links
   * within the page lead somewhere.
   *
   * @return the headings
   */
  static List<String> requireOrder(Document page) {
    NodeList all = page.getElementsByTagName("*");
    List<String> ids = new ArrayList<>();
    List<String> links = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    int level = 0;
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertTrue(next <= level + 1, element.getTextContent());
        level = next;
        headings.add(element.getTextContent());
      }
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
      if (element.getAttribute("href").startsWith("#")) {
        links.add(element.getAttribute("href").substring(1));
      }
    }
    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(ids.containsAll(links), links.toString());
    return headings;
  }

  /** The results as JSON that travel in the page. */
  static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertTrue(data.find());
    return new ObjectMapper().readTree(data.group(1));
  }
}
