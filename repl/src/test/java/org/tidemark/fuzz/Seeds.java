package org.tidemark.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.api.Tide;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.ParameterSpec;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.Repository;

/** What a fuzzer starts from: the scripts of this repository, its tables, and its words. */
public final class Seeds {
  /** What is longer is slow, and seldom teaches more. */
  private static final int LONGEST = 6_000;

  /** By target: a run costs more than a look. */
  private static final Map<String, Integer> TARGETS =
      Map.of("lexer", LONGEST, "parser", LONGEST, "checker", 3_000, "evaluator", 1_200);

  /** Modules of the library take others with them, and most of the time. */
  private static final String LARGE = "import std";

  private Seeds() {}

  /**
   * Writes them.
   *
   * @param words a folder, which gets a folder of seeds for each target and a dictionary
   */
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    List<String> scripts = scripts();
    for (String target : TARGETS.keySet()) {
      Path seeds = Files.createDirectories(folder.resolve(target));
      boolean reads = target.equals("lexer") || target.equals("parser");
      for (int i = 0; i < scripts.size(); i++) {
        if (scripts.get(i).length() <= TARGETS.get(target)
            && (reads || !scripts.get(i).contains(LARGE))) {
          Files.writeString(seeds.resolve(i + ".tide"), scripts.get(i));
        }
      }
    }
    Path tables = Files.createDirectories(folder.resolve("csv"));
    int number = 0;
    for (Path file : Repository.files(Repository.TOP, file -> isSource(file, ".csv"))) {
      for (int sort = 0; sort < 6; sort++) {
        byte[] text = Files.readAllBytes(file);
        byte[] input = new byte[Math.min(text.length, LONGEST) + 1];
        input[0] = (byte) sort;
        System.arraycopy(text, 0, input, 1, input.length - 1);
        Files.write(tables.resolve(number++ + ".csv"), input);
      }
    }
    Files.writeString(folder.resolve("dictionary"), dictionary(scripts));
  }

  private static boolean isSource(Path file, String ending) {
    return file.toString().endsWith(ending) && !file.toString().contains("/target/");
  }

  private static List<String> scripts() throws IOException {
    Set<String> scripts = new TreeSet<>();
    for (Path file : Repository.files(Repository.TOP, file -> isSource(file, ".tide"))) {
      scripts.add(Files.readString(file));
    }
    for (Path file : Repository.files(Repository.TOP, file -> isSource(file, ".md"))) {
      for (MarkdownBlocks.Block block : MarkdownBlocks.of(Files.readString(file))) {
        if (block.info().startsWith("tide")) {
          scripts.add(block.text());
        }
      }
    }
    Vocabulary vocabulary = Vocabulary.load(Tide.class.getClassLoader());
    for (FunctionSpec function : vocabulary.functions()) {
      function.examples().forEach(example -> scripts.add("show " + example + "\n"));
    }
    for (Kind kind : vocabulary.kinds()) {
      kind.example().ifPresent(scripts::add);
    }
    List<String> all = new ArrayList<>(scripts);
    all.removeIf(script -> script.isBlank() || script.length() > LONGEST);
    return all;
  }

  /** Words in the form in which libFuzzer takes them. */
  private static String dictionary(List<String> scripts) {
    Set<String> words = new TreeSet<>(UnitTable.standard().names());
    Vocabulary vocabulary = Vocabulary.load(Tide.class.getClassLoader());
    for (FunctionSpec function : vocabulary.functions()) {
      words.add(function.name() + "(");
      function.parameters().stream().map(ParameterSpec::name).forEach(words::add);
    }
    for (Kind kind : vocabulary.kinds()) {
      words.add(kind.name());
      kind.fields().forEach(field -> words.add(field.name()));
    }
    for (String script : scripts) {
      for (Token token : TideLexing.tokens(new SourceText("seed", script))) {
        if (token.kind() == TokenKind.WORD
            || token.kind() == TokenKind.OPERATOR
            || token.kind() == TokenKind.BRACKET) {
          words.add(token.text());
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    for (String word : words) {
      lines.append('"');
      for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = b > ' ' && b < 127 && b != '"' && b != '\\';
        lines.append(plain ? String.valueOf((char) b) : String.format("\\x%02x", b & 0xff));
      }
      lines.append("\"\n");
    }
    return lines.toString();
  }
}
