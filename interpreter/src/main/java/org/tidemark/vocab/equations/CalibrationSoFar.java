package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Partial;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * What is told of a calibration that was ended early: nothing but how far its best point misses.
 */
final class CalibrationSoFar {
  private CalibrationSoFar() {}

  static Map<String, Value> extras(
      double[] point, double[] misses, UnknownBox box, Partial partial) {
    double worst = 0;
    List<Value> each = new ArrayList<>();
    for (double miss : misses) {
      worst = Math.max(worst, Math.abs(miss));
      each.add(QuantityValue.pure(miss));
    }
    double[] lower = new double[point.length];
    double[] upper = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      lower[j] = box.box().lower(j);
      upper[j] = box.box().upper(j);
    }
    Map<String, Value> extras = new LinkedHashMap<>();
    extras.put("met", BoolValue.of(worst <= 1));
    extras.put("residual", QuantityValue.pure(worst));
    extras.put("misses", new ListValue(each));
    extras.put("verdict", new TextValue(partial.words()));
    extras.put("identified", BoolValue.FALSE);
    extras.put("not_identified", new ListValue(List.of(new TextValue(partial.words()))));
    extras.put("intervals", box.intervals(lower, upper));
    extras.put("other_solutions", new ListValue(List.of()));
    extras.put("method", new TextValue("the best point that was met"));
    extras.put("search", new TextValue(partial.words().concat("; something better may exist")));
    return extras;
  }
}
