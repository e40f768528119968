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
   * @param format of the results by the name of a plugin's renderer; empty for text
   * @param trust how far the script is trusted
   */
  record Run(
      String file, List<String> settings, boolean json, String report, String format, Trust trust)
      implements Request {}

  /**
   * {@code tide check}.
   *
   * @param files the scripts
   * @param trust how far they are trusted
   */
  record Check(List<String> files, Trust trust) implements Request {}

  /**
   * {@code tide test}, of files and of folders that are searched for them.
   *
   * @param files files and folders
   * @param trust how far they are trusted
   */
  record Test(List<String> files, Trust trust) implements Request {}

  /**
   * {@code tide ledger}.
   *
   * @param targets scripts, and modules of the library; empty for the library's predictions
   * @param on the date, as written; empty for today
   * @param observations tables of observations
   * @param withLibrary whether the library's own observations count
   * @param draws how many draws, as written; empty for the usual number
   * @param seed which draws, as written; empty for the usual ones
   * @param json whether to print one JSON object
   * @param report where to write a report; empty for none
   */
  record Ledger(
      List<String> targets,
      String on,
      List<String> observations,
      boolean withLibrary,
      String draws,
      String seed,
      boolean json,
      String report)
      implements Request {}

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

  /**
   * {@code tide plugins}.
   *
   * @param json whether to print one JSON object
   */
  record Plugins(boolean json) implements Request {}

  /** A text to print: help or the version. */
  record Print(String text) implements Request {}
}
