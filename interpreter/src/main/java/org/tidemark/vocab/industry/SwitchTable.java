package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.solve.game.Activity;
import org.tidemark.solve.game.RegimeSwitch;
import org.tidemark.solve.threshold.UnequalQuasiStatic;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** Where firms change what they do on the way to the crossing, in the order in which they do. */
final class SwitchTable {
  private SwitchTable() {}

  /** The columns of the switches of a market's solutions. */
  static TableType type(MarketType of) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("t", Types.DURATION);
    if (of.dated()) {
      columns.put("date", BasicType.DATE);
    }
    columns.put("remaining", of.stock());
    columns.put("firm", BasicType.TEXT);
    columns.put("before", BasicType.TEXT);
    columns.put("after", BasicType.TEXT);
    return new TableType(columns);
  }

  /** The switches that a solver tells in the order away from the crossing; firms alike once. */
  static TableValue of(CrossingSolutionValue solution, List<RegimeSwitch> switches) {
    MarketValue market = solution.market();
    List<List<Value>> rows = new ArrayList<>();
    for (int i = switches.size() - 1; i >= 0; i--) {
      RegimeSwitch change = switches.get(i);
      double seconds = solution.seconds() - change.timeToCrossing();
      List<Value> row = new ArrayList<>();
      row.add(Values.of(DisplayUnits.years(seconds)));
      market.start().ifPresent(start -> row.add(Dates.after(start, seconds)));
      row.add(Values.of(solution.units().distance(change.remaining())));
      row.add(new TextValue(market.firms().get(change.firm()).name()));
      row.add(new TextValue(words(change.farther())));
      row.add(new TextValue(words(change.nearer())));
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    return new TableValue(columns(market), rows);
  }

  /** The switches of firms that differ on a threshold that moves; firms alike once. */
  static TableValue of(UnequalMovingValue solution, List<UnequalQuasiStatic.Passing> passings) {
    MarketValue market = solution.market();
    List<List<Value>> rows = new ArrayList<>();
    for (UnequalQuasiStatic.Passing change : passings) {
      List<Value> row = new ArrayList<>();
      row.add(Values.of(DisplayUnits.years(change.time())));
      market.start().ifPresent(start -> row.add(Dates.after(start, change.time())));
      row.add(Values.of(solution.units().distance(change.remaining())));
      row.add(new TextValue(market.firms().get(change.firm()).name()));
      row.add(new TextValue(words(change.before())));
      row.add(new TextValue(words(change.after())));
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    return new TableValue(columns(market), rows);
  }

  /** Where firms alike whose output depends on the time have been at capacity until some time. */
  static TableValue of(TimedSolutionValue solution, double capacityUntil) {
    MarketValue market = solution.market();
    List<List<Value>> rows = new ArrayList<>();
    if (capacityUntil > 0 && capacityUntil < solution.seconds()) {
      List<Value> row = new ArrayList<>();
      row.add(Values.of(DisplayUnits.years(capacityUntil)));
      market.start().ifPresent(start -> row.add(Dates.after(start, capacityUntil)));
      row.add(Values.of(solution.units().distance(solution.remainingAfter(capacityUntil))));
      row.add(new TextValue(market.firms().get(0).name()));
      row.add(new TextValue(words(Activity.AT_CAPACITY)));
      row.add(new TextValue(words(Activity.INTERIOR)));
      rows.add(row);
    }
    return new TableValue(columns(market), rows);
  }

  private static List<String> columns(MarketValue market) {
    List<String> columns = new ArrayList<>(List.of("t"));
    if (market.start().isPresent()) {
      columns.add("date");
    }
    columns.addAll(List.of("remaining", "firm", "before", "after"));
    return columns;
  }

  /** What a firm does, as it is read. */
  static String words(Activity activity) {
    return switch (activity) {
      case INTERIOR -> "producing";
      case AT_CAPACITY -> "at capacity";
      case SHUT_DOWN -> "shut down";
    };
  }
}
