package org.tidemark.support;

import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a Markdown page. */
public final class MarkdownBlocks {
  private static final String FENCE = "```";

  private MarkdownBlocks() {}

  /**
   * A block.
   *
   * @param info what follows the fence, {@code tide}
   * @param text its lines, each ended by a newline
   * @param line of the opening fence, from 1
   * @param start index of its first line among the page's lines
   * @param end index of the closing fence
   * @param heading the last heading before it
   */
  public record Block(String info, String text, int line, int start, int end, String heading) {}

  /** All blocks in order. */
  public static List<Block> of(String page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = page.lines().toList();
    String heading = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+\\s*", "");
      }
      if (line.startsWith(FENCE)) {
        int end = i + 1;
        StringBuilder text = new StringBuilder();
        while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
          text.append(lines.get(end++)).append('\n');
        }
        String info = line.substring(FENCE.length()).strip();
        blocks.add(new Block(info, text.toString(), i + 1, i + 1, end, heading));
        i = end;
      }
    }
    return blocks;
  }

  /** The page with other text in a block. */
  public static String replace(String page, Block block, String text) {
    List<String> lines = new ArrayList<>(page.lines().toList());
    List<String> inside = lines.subList(block.start(), block.end());
    inside.clear();
    inside.addAll(text.lines().toList());
    return String.join("\n", lines) + "\n";
  }
}
