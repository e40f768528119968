package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.FieldPart;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.ClaimValue.Reading;
import org.tidemark.spi.value.ClaimValue.Side;
import org.tidemark.spi.value.ClaimValue.Verdict;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.OptionalFields;

/** Works out what comes of a claim. What cannot be computed is an answer, not an error. */
final class ClaimAnswer {
  private final DeclaredFields fields;
  private final Side side;
  private final FieldPart report;
  private final Value reported;
  private final ClaimTolerance tolerance;

  private ClaimAnswer(DeclaredFields fields) {
    this.fields = fields;
    String field = one(ClaimKind.REPORTS);
    this.side =
        switch (field) {
          case ClaimKind.AT_LEAST -> Side.AT_LEAST;
          case ClaimKind.AT_MOST -> Side.AT_MOST;
          default -> Side.AS_REPORTED;
        };
    this.report = fields.parts(field).get(0);
    this.reported = report.value();
    Optional<Double> absolute = fields.quantity(ClaimKind.TOLERANCE).map(Quantity::magnitude);
    Optional<Double> relative = fields.quantity(ClaimKind.RELATIVE).map(Quantity::magnitude);
    notNegative(absolute, ClaimKind.TOLERANCE);
    notNegative(relative, ClaimKind.RELATIVE);
    this.tolerance = new ClaimTolerance(absolute, relative, fields.written(field));
  }

  static Claim of(DeclaredFields fields) {
    return new ClaimAnswer(fields).claim();
  }

  private Claim claim() {
    boolean named = one(ClaimKind.COMPUTATIONS).equals(ClaimKind.READINGS);
    List<Reading> readings = new ArrayList<>();
    for (FieldPart part : fields.parts(named ? ClaimKind.READINGS : ClaimKind.COMPUTED)) {
      readings.addAll(readings(part));
    }
    return new Claim(
        new Claim.Report(
            OptionalFields.text(fields, ClaimKind.TITLE).orElse(fields.name()),
            reported,
            side,
            tolerance.allowed(reported, side),
            OptionalFields.text(fields, ClaimKind.SOURCE).orElse(""),
            OptionalFields.texts(fields, ClaimKind.ROWS),
            OptionalFields.text(fields, ClaimKind.ITEM),
            remark()),
        readings,
        named);
  }

  /** Of fields that stand for each other the one that is set. */
  private String one(List<String> group) {
    List<String> set = group.stream().filter(fields::has).toList();
    if (set.size() != 1) {
      throw Problem.of("E0416", "a claim has " + String.join(" or ", group) + ", and one of them")
          .withHelp("amend the one that the claim has")
          .about(set.get(0));
    }
    return set.get(0);
  }

  private List<Reading> readings(FieldPart part) {
    Value computed;
    try {
      computed = part.value();
    } catch (NoValue refused) {
      if (refused.isPassing()) {
        throw refused;
      }
      return List.of(
          new Reading(
              part.name(),
              SpecialValue.MISSING,
              SpecialValue.MISSING,
              Verdict.NOT_REPRODUCIBLE,
              List.of(),
              Optional.of(refused.getMessage())));
    }
    if (part.name().equals(ClaimKind.READINGS) && computed instanceof RecordValue record) {
      List<Reading> all = new ArrayList<>();
      for (Map.Entry<String, Value> entry : record.fields().entrySet()) {
        all.add(reading(entry.getKey(), entry.getValue(), part));
      }
      return all;
    }
    return List.of(reading(part.name(), computed, part));
  }

  private Reading reading(String name, Value computed, FieldPart part) {
    ClaimComparison comparison = ClaimComparison.of(reported, side, computed, tolerance);
    List<Evidence.Missing> needs = new ArrayList<>();
    if (comparison.verdict() == Verdict.NOT_REPRODUCIBLE) {
      needs.addAll(report.evidence().missing());
      needs.addAll(part.evidence().missing());
    }
    return new Reading(
        name,
        inUnitOf(reported, computed),
        comparison.difference(),
        comparison.verdict(),
        needs,
        Optional.empty());
  }

  /** A remark may hold what cannot be computed; then it says so. */
  private Optional<String> remark() {
    for (FieldPart part : fields.parts(ClaimKind.REMARK)) {
      try {
        return Optional.of(part.value())
            .filter(TextValue.class::isInstance)
            .map(value -> ((TextValue) value).text());
      } catch (NoValue refused) {
        if (refused.isPassing()) {
          throw refused;
        }
        return Optional.of("the remark has no value: " + refused.getMessage());
      }
    }
    return Optional.empty();
  }

  /** What is computed is shown in the unit of the report. */
  private static Value inUnitOf(Value reported, Value computed) {
    Value sample = reported instanceof IntervalValue interval ? interval.from() : reported;
    Optional<Quantity> unit = Values.find(sample);
    Optional<Quantity> value = Values.find(computed);
    return unit.isPresent()
            && value.isPresent()
            && unit.get().dimension().equals(value.get().dimension())
        ? Values.of(value.get().as(unit.get().unit()))
        : computed;
  }

  private static void notNegative(Optional<Double> value, String field) {
    if (value.isPresent() && !(value.get() >= 0)) {
      throw Problem.of("E0501", "a tolerance is not below 0")
          .withHelp("give zero or more")
          .about(field);
    }
  }
}
