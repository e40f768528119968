package org.tidemark.golden;

import java.nio.file.Path;
import java.util.List;

/** Runs all golden cases in one process, so that the packaged program can be had to do it. */
public final class GoldenBatch {
  private GoldenBatch() {}

  /** Prints what is wrong with each case that fails, then their number. */
  public static void main(String[] folders) {
    List<String> wrong =
        GoldenCase.all(Path.of(folders[0])).parallelStream()
            .map(each -> complaint(each))
            .filter(text -> !text.isEmpty())
            .toList();
    wrong.forEach(System.out::println);
    System.out.println(wrong.size() + " failed");
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private static String complaint(GoldenCase each) {
    String text = each.check();
    return text.isEmpty() ? "" : each.script() + ": " + text;
  }
}
