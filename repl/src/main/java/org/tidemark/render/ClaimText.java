package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Claims as a table: what is reported, what is computed, and what follows. */
public final class ClaimText {
  private static final List<String> HEADERS =
      List.of("claim", "reported", "computed", "difference", "verdict");
  private static final List<Boolean> TO_THE_RIGHT = List.of(false, true, true, true, false);

  /** The longest header of a number. */
  private static final int LONGEST = "difference".length();

  /** Before the name of a reading, which stands below its claim. */
  private static final String READING = "  ";

  private ClaimText() {}

  /** The claims, one a line under a header, with their readings, and notes below. */
  public static String of(List<ClaimOutcome> claims) {
    return withNotes(table(claims), claims);
  }

  /** The claims as a table, or one below the other where lines are too short for that. */
  public static String of(List<ClaimOutcome> claims, int columns) {
    String table = table(claims);
    boolean fits = table.lines().allMatch(line -> PlainText.width(line) <= columns);
    return withNotes(fits ? table : stacked(rows(claims)), claims);
  }

  /** The claims, one a line under a header, with their readings. */
  public static String table(List<ClaimOutcome> claims) {
    return TableText.ofText(HEADERS, rows(claims), TO_THE_RIGHT);
  }

  private static String withNotes(String table, List<ClaimOutcome> claims) {
    String notes = ClaimNotes.of(claims);
    return notes.isEmpty() ? table : table + "\n" + notes;
  }

  private static List<List<String>> rows(List<ClaimOutcome> claims) {
    List<List<String>> rows = new ArrayList<>();
    for (ClaimOutcome outcome : claims) {
      ClaimValue claim = outcome.claim();
      rows.add(
          List.of(
              outcome.name(),
              reported(claim),
              computed(claim),
              difference(claim),
              claim.verdict().word()));
      for (ClaimValue.Reading reading : claim.readings()) {
        rows.add(
            List.of(
                READING + reading.name(),
                "",
                computed(claim, reading),
                difference(claim, reading),
                reading.verdict().word()));
      }
    }
    return rows;
  }

  private static String stacked(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(row.get(0)).append(": ").append(row.get(row.size() - 1)).append('\n');
      for (int i = 1; i < row.size() - 1; i++) {
        if (row.get(i).isEmpty()) {
          continue;
        }
        String header = HEADERS.get(i);
        text.append("  ").append(header).append(" ".repeat(LONGEST - header.length() + 2));
        text.append(row.get(i)).append('\n');
      }
    }
    return text.toString();
  }

  /** What is reported, with the sign of a bound. */
  public static String reported(ClaimValue claim) {
    return claim.side().sign().concat(ValueText.of(claim.reported()));
  }

  /** What is computed, in the unit of what is reported; empty where its readings tell. */
  public static String computed(ClaimValue claim) {
    return claim.readings().isEmpty() ? inUnit(claim, claim.computed()) : "";
  }

  /** What one reading computes. */
  public static String computed(ClaimValue claim, ClaimValue.Reading reading) {
    return inUnit(claim, reading.computed());
  }

  /** The difference, in the unit of what is reported; empty where its readings tell. */
  public static String difference(ClaimValue claim) {
    return claim.readings().isEmpty() ? difference(claim, claim.difference()) : "";
  }

  /** The difference of one reading. */
  public static String difference(ClaimValue claim, ClaimValue.Reading reading) {
    return difference(claim, reading.difference());
  }

  /** Truth values, texts and what is missing differ by no amount. */
  private static String difference(ClaimValue claim, Value difference) {
    return difference == SpecialValue.MISSING ? "" : inUnit(claim, difference);
  }

  private static String inUnit(ClaimValue claim, Value value) {
    return ValueText.of(inUnitOf(claim.reported(), value));
  }

  /** A quantity in the unit of another, where the two measure the same. */
  private static Value inUnitOf(Value reported, Value value) {
    UnitExpression unit = TableUnits.of(List.of(lower(reported)));
    if (unit != null && value instanceof QuantityValue quantity) {
      Quantity shown = quantity.quantity();
      return shown.dimension().equals(unit.dimension()) ? new QuantityValue(shown.as(unit)) : value;
    }
    return value;
  }

  private static Value lower(Value reported) {
    return reported instanceof IntervalValue interval ? interval.from() : reported;
  }
}
