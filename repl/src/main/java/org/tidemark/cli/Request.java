package org.tidemark.cli;

import java.util.List;

/** What a command line asks for. */
sealed interface Request {
  /** {@code tide}: the prompt. */
  record Prompt() implements Request {}

  /**
   * {@code tide run}.
   *
   * @param file the script, {@code -} for standard input
   * @param settings the values of {@code --set}, as written
   * @param json whether to print one JSON object
   * @param report where to write a report; empty for none
   */
  record Run(String file, List<String> settings, boolean json, String report) implements Request {}

  /** {@code tide check}. */
  record Check(List<String> files) implements Request {}

  /** {@code tide test}, of files and of folders that are searched for them. */
  record Test(List<String> files) implements Request {}

  /**
   * {@code tide audit}.
   *
   * @param targets modules of the library and scripts; none for all audits of the library
   * @param json whether to print one JSON object
   * @param report where to write a report; empty for none
   * @param coverage where to write a page of coverage; empty for none
   */
  record Audit(List<String> targets, boolean json, String report, String coverage)
      implements Request {}

  /** {@code tide fmt}. */
  record Format(List<String> files) implements Request {}

  /** {@code tide doc}. */
  record Doc(String name) implements Request {}

  /** {@code tide explain}. */
  record Explain(String code) implements Request {}

  /** {@code tide plugins}. */
  record Plugins() implements Request {}

  /** A text to print: help or the version. */
  record Print(String text) implements Request {}
}
