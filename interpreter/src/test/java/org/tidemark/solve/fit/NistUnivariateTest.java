package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** NIST's univariate sets: mean, standard deviation and autocorrelation to twelve digits. */
class NistUnivariateTest {
  @TestFactory
  Stream<DynamicTest> everySet() {
    return SharedData.files("nist/univariate").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    SampleMoments moments = SampleMoments.of(NistSet.read(file).response());
    check(file, "Sample Mean", moments.mean());
    check(file, "Sample Mean", SampleMoments.mean(NistSet.read(file).response()));
    check(file, "Sample Standard Deviation", moments.standardDeviation());
    check(file, "Sample Autocorrelation", moments.autocorrelation(1));
  }

  private static void check(Path file, String what, double computed) {
    List<String> lines = SharedData.lines(file);
    String stated =
        lines.stream()
            .dropWhile(line -> !line.contains("Certified Values"))
            .filter(line -> line.startsWith(what))
            .findFirst()
            .orElseThrow();
    String number = stated.substring(stated.lastIndexOf(':') + 1).replaceAll("\\(.*\\)", "").trim();
    double digits = NistSet.digits(computed, Double.parseDouble(number));
    System.out.printf("%-12s %-26s %4.1f digits%n", file.getFileName(), what, digits);
    assertTrue(digits >= 12, () -> what + " matches to " + digits + " digits");
  }
}
