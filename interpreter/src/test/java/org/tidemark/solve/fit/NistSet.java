package org.tidemark.solve.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One data set of the NIST Statistical Reference Datasets, as its file states it.
 *
 * @param name the set's name
 * @param starts the starting points, each with a value for every parameter; none for linear sets
 * @param estimates certified
 * @param errors certified standard deviations of the estimates
 * @param residualSumOfSquares certified, NaN for linear sets
 * @param residualStandardDeviation certified
 * @param rows the data, the response first
 */
public record NistSet(
    String name,
    double[][] starts,
    double[] estimates,
    double[] errors,
    double residualSumOfSquares,
    double residualStandardDeviation,
    double[][] rows) {
  private static final Pattern LINEAR = Pattern.compile("\\s*B\\d+\\s+(\\S+)\\s+(\\S+)\\s*");

  public static NistSet read(Path file) {
    List<String> lines = SharedData.lines(file);
    List<double[]> starts = new ArrayList<>();
    List<double[]> certified = new ArrayList<>();
    double sum = Double.NaN;
    double deviation = Double.NaN;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher linear = LINEAR.matcher(line);
      if (line.matches("\\s*b\\d+ =.*")) {
        double[] row = numbers(line.substring(line.indexOf('=') + 1));
        starts.add(new double[] {row[0], row[1]});
        certified.add(new double[] {row[2], row[3]});
      } else if (linear.matches()) {
        certified.add(
            new double[] {
              Double.parseDouble(linear.group(1)), Double.parseDouble(linear.group(2))
            });
      } else if (line.startsWith("Residual Sum of Squares")) {
        sum = Double.parseDouble(line.substring(line.indexOf(':') + 1).trim());
      } else if (line.startsWith("Residual Standard Dev")) {
        deviation = Double.parseDouble(line.substring(line.indexOf(':') + 1).trim());
      } else if (line.contains("Standard Deviation   ") && Double.isNaN(deviation)) {
        deviation = Double.parseDouble(line.replace("Standard Deviation", "").trim());
      }
    }
    return new NistSet(
        file.getFileName().toString().replace(".dat", ""),
        column(starts),
        certified.stream().mapToDouble(row -> row[0]).toArray(),
        certified.stream().mapToDouble(row -> row[1]).toArray(),
        sum,
        deviation,
        data(lines));
  }

  private static double[][] column(List<double[]> starts) {
    if (starts.isEmpty()) {
      return new double[0][];
    }
    double[][] result = new double[2][starts.size()];
    for (int j = 0; j < starts.size(); j++) {
      result[0][j] = starts.get(j)[0];
      result[1][j] = starts.get(j)[1];
    }
    return result;
  }

  /** The lines after the one that names the data's columns, which is the last to begin so. */
  private static double[][] data(List<String> lines) {
    int heading = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("Data:")) {
        heading = i;
      }
    }
    List<double[]> rows = new ArrayList<>();
    for (String line : lines.subList(heading + 1, lines.size())) {
      if (!line.isBlank() && !line.trim().startsWith("-----")) {
        rows.add(numbers(line));
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] numbers(String line) {
    String[] words = line.trim().split("\\s+");
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  public double[] response() {
    return predictor(0);
  }

  /** A column of the data, 0 being the response. */
  public double[] predictor(int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }

  /**
   * Digits that residuals keep in doubles: those of Lanczos1 are 9e-14 beside data of 2.5, and a
   * standard error can have no more digits than they do. No limit where residuals are zero.
   */
  public double residualDigits() {
    double largest = Arrays.stream(response()).map(Math::abs).max().getAsDouble();
    return residualStandardDeviation == 0
        ? 15
        : Math.log10(residualStandardDeviation / (largest * 0x1p-53));
  }

  /** The number of matching digits: minus the logarithm of the relative error, at most 15. */
  public static double digits(double computed, double certified) {
    double error =
        certified == 0 ? Math.abs(computed) : Math.abs((computed - certified) / certified);
    return Math.min(15, -Math.log10(error));
  }

  public static double fewestDigits(double[] computed, double[] certified) {
    double fewest = 15;
    for (int j = 0; j < certified.length; j++) {
      fewest = Math.min(fewest, digits(computed[j], certified[j]));
    }
    return fewest;
  }
}
