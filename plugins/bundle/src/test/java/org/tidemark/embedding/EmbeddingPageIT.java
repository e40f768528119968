package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that docs/embedding.md and the README show compiles, runs and prints what it says. */
class EmbeddingPageIT {
  private static final Path PAGE = Jars.TOP.resolve("docs/embedding.md");
  private static final Pattern BLOCK =
      Pattern.compile("```java\\n(.*?)```\\n\\n```text\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");

  @TempDir private Path folder;

  @Test
  void blocksPrintWhatFollowsThem() throws Exception {
    String page = Files.readString(PAGE) + Files.readString(Jars.TOP.resolve("README.md"));
    StringBuilder source =
        new StringBuilder(
            "import java.util.stream.*;\nimport javax.script.*;\nimport org.tidemark.api.*;\n"
                + "public class Page {\n  public static void main(String[] a) throws Exception {\n");
    List<String> expected = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      source.append("{\n").append(block.group(1)).append("System.out.println(\"----\");\n}\n");
      expected.add(block.group(2));
    }
    assertEquals(expected.size(), page.split("```java\n", -1).length - 1, "blocks with output");
    assertTrue(expected.size() >= 4);
    Path file = folder.resolve("Page.java");
    Files.writeString(file, source.append("}\n}\n"));
    String bundle = Jars.bundle().toString();
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", bundle, "-d", folder.toString(), file.toString()));
    String out =
        Jvm.current()
            .output(folder, "java", "-cp", bundle + java.io.File.pathSeparator + folder, "Page");
    assertEquals(String.join("----\n", expected) + "----\n", out);
  }

  @Test
  void coordinatesAreThoseOfThisBuild() throws Exception {
    String page = Files.readString(PAGE);
    Matcher version = VERSION.matcher(Files.readString(Jars.TOP.resolve("pom.xml")));
    assertTrue(version.find());
    String built = version.group(1);
    assertTrue(Jars.bundle().endsWith("tidemark-embedding-" + built + ".jar"));
    assertTrue(page.contains("<version>" + built + "</version>"));
    assertTrue(page.contains("\"org.tidemark:tidemark-embedding:" + built + "\""));
  }
}
