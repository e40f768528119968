package org.tidemark.grammar.reader;

/** The codes of what can be wrong with a text; each has a page of explanation. */
final class Codes {
  static final String UNEXPECTED = "E0101";
  static final String UNKNOWN_CHARACTER = "E0102";
  static final String UNCLOSED_TEXT = "E0103";
  static final String UNCLOSED_COMMENT = "E0104";
  static final String BAD_NUMBER = "E0105";
  static final String UNCLOSED_BRACKET = "E0106";
  static final String STRAY_BRACKET = "E0107";
  static final String WANTS_BRACKETS = "E0108";
  static final String TOO_LARGE = "E0109";
  static final String TOO_DEEP = "E0109";
  static final String MISSING_MULTIPLICATION = "E0110";
  static final String LINE_BEGINS_WITH_MINUS = "E0111";
  static final String BRACE_ON_NEXT_LINE = "E0112";
  static final String EQUALS_IN_CONDITION = "E0113";
  static final String MISSING_EQUALS = "E0114";
  static final String INCOMPLETE_IF = "E0115";
  static final String MISSING_COMMA = "E0116";
  static final String FOREIGN_OPERATOR = "E0117";
  static final String FOREIGN_WORD = "E0118";
  static final String RESERVED_WORD = "E0119";
  static final String CHAINED_COMPARISON = "E0120";
  static final String CHAINED_INTERVAL = "E0121";
  static final String PERCENT_AS_REMAINDER = "E0122";
  static final String MISPLACED_STATEMENT = "E0123";
  static final String BLOCK_WITHOUT_VALUE = "E0124";
  static final String MISSING_OPERAND = "E0125";
  static final String TWO_ON_ONE_LINE = "E0126";
  static final String QUOTES = "E0127";
  static final String LABEL = "E0128";
  static final String TYPE = "E0129";
  static final String HAPPENS_IN_CONDITION = "E0130";

  private Codes() {}
}
