package org.tidemark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.support.ProgramClasses;

/** The house has floors, and an upper one calls a lower one, never the reverse. */
class FloorsTest {
  private static final String ROOT = "org.tidemark.";
  private static final JavaClasses CLASSES = ProgramClasses.ALL;

  private record Floor(String name, List<String> below) {}

  private static final List<Floor> FLOORS =
      List.of(
          new Floor("grammar", List.of()),
          new Floor("quantity", List.of()),
          new Floor("solve", List.of()),
          new Floor("spi", List.of("quantity", "solve.aside")),
          new Floor("check", List.of("grammar", "quantity", "solve.aside", "spi")),
          new Floor("kernel", List.of("quantity", "solve.aside", "spi")),
          new Floor(
              "model", List.of("check", "grammar", "kernel", "quantity", "solve.aside", "spi")),
          new Floor("vocab", List.of("quantity", "solve", "spi")),
          new Floor(
              "api", List.of("check", "grammar", "model", "quantity", "solve", "spi", "vocab")),
          new Floor("script", List.of("api", "grammar", "model", "quantity", "spi")),
          new Floor(
              "render",
              List.of(
                  "api",
                  "grammar.diagnostic",
                  "grammar.source",
                  "grammar.token",
                  "model",
                  "quantity",
                  "spi")),
          new Floor("session", List.of("api", "grammar", "model", "quantity", "spi")),
          new Floor(
              "terminal",
              List.of(
                  "api",
                  "grammar.diagnostic",
                  "grammar.source",
                  "model",
                  "quantity",
                  "render",
                  "session",
                  "spi")),
          new Floor(
              "cli",
              List.of(
                  "api",
                  "grammar.diagnostic",
                  "grammar.source",
                  "model",
                  "quantity",
                  "render",
                  "session",
                  "spi",
                  "terminal")));

  @TestFactory
  Stream<DynamicTest> floorsDependDownwards() {
    return FLOORS.stream().map(floor -> DynamicTest.dynamicTest(floor.name(), () -> verify(floor)));
  }

  private static void verify(Floor floor) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + floor.name() + "..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("are on other floors than those below it") {
              @Override
              public boolean test(JavaClass other) {
                String name = other.getPackageName() + ".";
                return name.startsWith(ROOT)
                    && !name.startsWith(ROOT + floor.name() + ".")
                    && floor.below().stream()
                        .noneMatch(below -> name.startsWith(ROOT + below + "."));
              }
            })
        .check(CLASSES);
  }

  @Test
  void onlyTheGrammarKnowsItsParserGenerator() {
    onlyIn("grammar", "org.antlr..");
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "grammar.reader..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandReadsCommandLines() {
    onlyIn("cli", "picocli..");
  }

  @Test
  void onlyTheTerminalKnowsItsLibrary() {
    onlyIn("terminal", "org.jline..");
  }

  @Test
  void onlyChartsMakePixels() {
    onlyIn("render.chart", "com.github.weisj..", "java.awt..", "javax.imageio..");
  }

  @Test
  void renderersKnowNoFiles() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "render..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(File.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheRendererWritesJson() {
    onlyIn("render", "com.fasterxml..");
  }

  @Test
  void solversAreALibraryOfTheirOwn() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "solve..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.apache.commons..", ROOT + "solve..")
        .check(CLASSES);
  }

  @Test
  void onlyKernelsWriteBytecode() {
    onlyIn("kernel", "org.objectweb.asm..");
  }

  private static void onlyIn(String floor, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + floor + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }
}
