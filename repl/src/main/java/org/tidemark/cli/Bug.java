package org.tidemark.cli;

/** A mistake in Tidemark itself, told in one line. */
final class Bug {
  private Bug() {}

  /** Says so on standard error; with {@code TIDE_DEBUG} set, with everything there is to know. */
  static void report(Throwable bug, Console console) {
    String what = describe(bug);
    console.say(
        "this is a bug in Tidemark: "
            .concat(what)
            .concat("; please report it with the script that shows it"));
    if (System.getenv("TIDE_DEBUG") != null) {
      bug.printStackTrace(console.err());
      console.flush();
    }
  }

  private static String describe(Throwable bug) {
    if (bug instanceof StackOverflowError) {
      return "something is nested too deeply";
    }
    if (bug instanceof OutOfMemoryError) {
      return "the memory does not suffice";
    }
    StackTraceElement[] trace = bug.getStackTrace();
    String place =
        trace.length == 0
            ? ""
            : " in "
                .concat(simple(trace[0].getClassName()))
                .concat(", line ")
                .concat(Integer.toString(trace[0].getLineNumber()));
    String kind = words(bug.getClass().getSimpleName());
    String message = bug.getMessage();
    return message == null || message.isBlank()
        ? kind.concat(place)
        : kind.concat(place).concat(" (").concat(message.replace('\n', ' ')).concat(")");
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** {@code NullPointerException} as words: {@code null pointer}. */
  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    String stem = name.replaceAll("(Exception|Error)$", "");
    for (int i = 0; i < stem.length(); i++) {
      char c = stem.charAt(i);
      words.append(i > 0 && Character.isUpperCase(c) ? " " : "").append(Character.toLowerCase(c));
    }
    return words.length() == 0 ? "failure" : words.toString();
  }
}
