package org.tidemark.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs outside may rely on, and that it stays. See decision 0037. */
class PublicInterfaceTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark");

  private static final List<String> PROMISED =
      List.of(
          "org.tidemark.api",
          "org.tidemark.spi",
          "org.tidemark.quantity",
          "org.tidemark.grammar.diagnostic",
          "org.tidemark.grammar.source");

  /** Those that whoever calls {@code api} gets to see. */
  private static final Set<String> SHOWN =
      Set.of(
          "org.tidemark.model.Watch",
          "org.tidemark.model.ProgressListener",
          "org.tidemark.model.LongWork",
          "org.tidemark.model.Outcome",
          "org.tidemark.model.Shown",
          "org.tidemark.model.AssertOutcome",
          "org.tidemark.model.ClaimOutcome",
          "org.tidemark.model.PredictionOutcome",
          "org.tidemark.model.Exported");

  private static final Path RECORDED = Path.of("src/test/resources/public-interface.txt");

  private static boolean isPromised(JavaClass type) {
    String name = type.getPackageName();
    boolean inside =
        PROMISED.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + "."))
            || SHOWN.contains(type.getName());
    boolean visible = true;
    for (JavaClass at = type; at != null; at = at.getEnclosingClass().orElse(null)) {
      visible &= at.getModifiers().contains(JavaModifier.PUBLIC);
    }
    return inside && visible && !type.isAnonymousClass() && !type.isLocalClass();
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE);
  }

  private static Set<String> signatures() {
    Set<String> all = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (!isPromised(type)) {
        continue;
      }
      String sort =
          type.isInterface()
              ? "interface"
              : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
      String supers =
          type.getRawInterfaces().stream()
              .filter(PublicInterfaceTest::isPromised)
              .map(JavaClass::getName)
              .sorted()
              .collect(Collectors.joining(", "));
      all.add(type.getName() + " " + sort + (supers.isEmpty() ? "" : " is " + supers));
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (isVisible(unit.getModifiers()) && !unit.getName().equals("<clinit>")) {
          all.add(
              type.getName()
                  + "#"
                  + unit.getName()
                  + unit.getRawParameterTypes().stream()
                      .map(JavaClass::getName)
                      .collect(Collectors.joining(", ", "(", ")"))
                  + " "
                  + unit.getRawReturnType().getName()
                  + (unit.getModifiers().contains(JavaModifier.STATIC) ? " static" : "")
                  + (type.isInterface() && unit.getModifiers().contains(JavaModifier.ABSTRACT)
                      ? " abstract"
                      : ""));
        }
      }
      for (JavaField field : type.getFields()) {
        if (isVisible(field.getModifiers())) {
          all.add(type.getName() + "." + field.getName() + " " + field.getRawType().getName());
        }
      }
    }
    return all;
  }

  @Test
  void nothingThatWasPromisedIsGone() throws IOException {
    Set<String> now = signatures();
    if (System.getProperty("tide.interface", "").equals("overwrite")) {
      Files.writeString(RECORDED, String.join("\n", now) + "\n");
    }
    Set<String> promised = new TreeSet<>(Files.readAllLines(RECORDED));
    Set<String> gone = new TreeSet<>(promised);
    gone.removeAll(now);
    if (!gone.isEmpty()) {
      fail(
          "These are gone or changed, which takes a new major version (before 1.0 a new minor one)"
              + " and a line in the changelog; then -Dtide.interface=overwrite records it:\n"
              + String.join("\n", gone));
    }
    Set<String> added = new TreeSet<>(now);
    added.removeAll(promised);
    assertEquals(
        "",
        String.join("\n", added),
        "These are new, which takes a new minor version; -Dtide.interface=overwrite records them."
            + " An abstract method of an interface that plugins implement breaks them: give it a"
            + " default");
  }

  @Test
  void noLibraryShowsThrough() {
    Set<String> libraries = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isPromised(type)) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isVisible(unit.getModifiers())) {
            unit.getAllInvolvedRawTypes().stream()
                .filter(
                    shown ->
                        !shown.isPrimitive()
                            && !shown.getBaseComponentType().isPrimitive()
                            && !shown.getBaseComponentType().getName().startsWith("java.")
                            && !shown.getBaseComponentType().getName().startsWith("org.tidemark."))
                .forEach(shown -> libraries.add(unit.getFullName() + " shows " + shown.getName()));
          }
        }
      }
    }
    assertEquals("", String.join("\n", libraries));
  }

  /** Caches in which any writer may win, and whose content nobody can tell from its absence. */
  private static final Set<String> CACHES =
      Set.of(
          "org.tidemark.quantity.UnitExpression.CACHE",
          // tells dimensions apart that scripts declare under one name; only ever counts up
          "org.tidemark.quantity.BaseDimension.CREATED",
          // whom the work of a thread is to ask, set and taken back around each piece of work
          "org.tidemark.solve.aside.Watched.CHECKPOINT");

  private static final Set<String> CHANGEABLE =
      Set.of(
          "java.util.concurrent.atomic.AtomicReferenceArray",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.HashMap",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.ArrayList",
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder");

  @Test
  void nothingIsGlobalButCaches() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean changes =
            !modifiers.contains(JavaModifier.FINAL)
                || CHANGEABLE.contains(field.getRawType().getName());
        boolean generated =
            type.getName().startsWith("org.tidemark.grammar.antlr")
                || modifiers.contains(JavaModifier.SYNTHETIC)
                || field.getName().startsWith("$");
        if (modifiers.contains(JavaModifier.STATIC) && changes && !generated) {
          found.add(type.getName() + "." + field.getName());
        }
      }
    }
    assertEquals(String.join("\n", new TreeSet<>(CACHES)), String.join("\n", found));
  }

  @Test
  void nothingIsPrinted() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CLASSES);
    assertTrue(CLASSES.size() > 100);
  }
}
