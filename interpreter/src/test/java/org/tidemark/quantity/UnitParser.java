package org.tidemark.quantity;

/** Reads the texts of unit expressions back, by Tide's rules. */
final class UnitParser {
  private final UnitTable table;
  private final String text;
  private int at;

  private UnitParser(UnitTable table, String text) {
    this.table = table;
    this.text = text;
  }

  /** The unit expression that a text denotes. */
  static UnitExpression parse(UnitTable table, String text) {
    if (text.isEmpty()) {
      return UnitExpression.NONE;
    }
    UnitParser parser = new UnitParser(table, text);
    UnitExpression result = parser.product();
    if (parser.at != text.length()) {
      throw new IllegalArgumentException(text + " goes on at " + parser.at);
    }
    return result;
  }

  /** The unit expression that a text denotes, of built-in units. */
  static UnitExpression parse(String text) {
    return parse(UnitTable.standard(), text);
  }

  private UnitExpression product() {
    UnitExpression result = power();
    while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
      boolean divide = text.charAt(at++) == '/';
      UnitExpression next = power();
      result = divide ? result.over(next) : result.times(next);
    }
    return result;
  }

  private UnitExpression power() {
    UnitExpression base = atom();
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
      return base.power(exponent());
    }
    return base;
  }

  private Rational exponent() {
    if (text.charAt(at) != '(') {
      return Rational.of(number());
    }
    at++;
    long above = number();
    at++;
    long below = number();
    at++;
    return Rational.of(above, below);
  }

  private long number() {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return Long.parseLong(text.substring(start, at));
  }

  private UnitExpression atom() {
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      UnitExpression inner = product();
      at++;
      return inner;
    }
    if (c == '1') {
      at++;
      return UnitExpression.NONE;
    }
    int start = at++;
    while (c != '%' && at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return UnitExpression.of(table.find(text.substring(start, at)).orElseThrow());
  }
}
