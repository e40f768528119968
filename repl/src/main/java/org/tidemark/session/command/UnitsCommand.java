package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitTable;
import org.tidemark.session.Answer;
import org.tidemark.session.Look;
import org.tidemark.session.Part;
import org.tidemark.session.Session;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code :units}. */
final class UnitsCommand implements Command {
  private static final int DIGITS = 6;

  @Override
  public String name() {
    return "units";
  }

  @Override
  public String arguments() {
    return "[DIMENSION | UNIT | EXPR]";
  }

  @Override
  public String summary() {
    return "units that fit, and what they are in one another";
  }

  @Override
  public String help() {
    return "Behind a unit, says what one of it is in each unit that fits. Behind an expression,"
        + " lists the units of its dimension. Without anything, lists all dimensions.";
  }

  @Override
  public List<String> examples() {
    return List.of(":units", ":units energy", ":units GB", "cost = 3 kUSD", ":units cost");
  }

  @Override
  public Answer obey(Session session, String argument) {
    UnitTable units = session.units();
    if (argument.isEmpty()) {
      return dimensions(units);
    }
    Optional<Unit> unit = units.find(argument);
    if (unit.isPresent() && session.text(argument).isEmpty()) {
      return table("1 " + argument, units.fitting(unit.get().dimension()), unit.get());
    }
    List<Unit> named = new ArrayList<>();
    for (String name : units.names()) {
      Unit one = units.find(name).orElseThrow();
      if (one.dimension().describe().equalsIgnoreCase(argument)) {
        named.add(one);
      }
    }
    if (!named.isEmpty()) {
      Dimension dimension = named.get(0).dimension();
      return table(argument, units.fitting(dimension), units.fitting(dimension).get(0));
    }
    return ofExpression(session, units, argument);
  }

  private static Answer ofExpression(Session session, UnitTable units, String argument) {
    Look look = session.look(argument, false);
    if (look.type().isEmpty()) {
      return look.refusal();
    }
    if (!(look.type().get() instanceof QuantityType quantity)) {
      return Answers.refused(
          "E0802",
          argument + " is " + look.type().get().describe() + ", which has no unit",
          "name a quantity, a unit or a dimension: :units energy");
    }
    List<Unit> fitting = units.fitting(quantity.dimension());
    if (fitting.isEmpty()) {
      return Answers.text(
          argument
              + " is "
              + quantity.describe()
              + "; its unit is put together from those of its parts, see :units");
    }
    List<Unit> written = quantity.unit().units();
    Unit of =
        written.size() == 1 && fitting.contains(written.get(0)) ? written.get(0) : fitting.get(0);
    return table(argument + ": " + quantity.describe(), fitting, of);
  }

  private static Answer dimensions(UnitTable units) {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (String name : units.names()) {
      Unit unit = units.find(name).orElseThrow();
      StringBuilder line =
          lines.computeIfAbsent(unit.dimension().describe(), key -> new StringBuilder());
      line.append(line.length() == 0 ? "" : " ").append(name);
    }
    List<List<Value>> rows = new ArrayList<>();
    lines.forEach(
        (dimension, names) ->
            rows.add(List.of(new TextValue(dimension), new TextValue(names.toString()))));
    return result("units", new TableValue(List.of("dimension", "units"), rows));
  }

  private static Answer table(String title, List<Unit> fitting, Unit of) {
    List<List<Value>> rows = new ArrayList<>();
    for (Unit unit : fitting) {
      double factor = of.numerator() / of.denominator() * unit.denominator() / unit.numerator();
      rows.add(
          List.of(
              new TextValue(unit.symbol()),
              new TextValue(NumberText.significant(factor, DIGITS) + " " + unit.symbol()),
              new TextValue(unit.doc())));
    }
    return result(
        title, new TableValue(List.of("unit", "1 " + of.symbol() + " is", "meaning"), rows));
  }

  private static Answer result(String title, TableValue table) {
    return Answers.parts(
        List.of(new Part.Result(new Shown(title, table, new Evidence(List.of())))));
  }
}
