package org.tidemark.render.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Defined;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ClaimValue.Verdict;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Which rows of the sources are there, and which claims check them.
 *
 * @param rows in the order of the modules and their texts
 * @param unknown rows that claims name and no module holds, in the order in which they were met
 */
public record Coverage(List<Row> rows, List<String> unknown) {
  /** How a row is called in a script: its id with low lines for hyphens and full stops. */
  private static final Pattern ROW = Pattern.compile("s\\d{3}_\\w+");

  /** Copies its lists. */
  public Coverage {
    rows = List.copyOf(rows);
    unknown = List.copyOf(unknown);
  }

  /**
   * A claim that checks a row.
   *
   * @param name of the claim
   * @param module that it stands in
   * @param verdict of it
   */
  public record Check(String name, String module, Verdict verdict) {}

  /**
   * A row of a source.
   *
   * @param id of the row, {@code s002-qbar}
   * @param module that holds it
   * @param section of the source
   * @param value absent where it has none
   * @param asOf when it held; empty where nobody says
   * @param grade of it, or of the table that it is taken from
   * @param checks the claims that check it
   */
  public record Row(
      String id,
      String module,
      String section,
      Optional<Value> value,
      String asOf,
      Optional<Evidence.Grade> grade,
      List<Check> checks) {
    /** Whether it is there; an empty cell of a table is, a value that is refused is not. */
    public boolean isEncoded() {
      return value.isPresent();
    }

    /** Whether the source leaves its cell empty. */
    public boolean isEmpty() {
      return value.filter(SpecialValue.MISSING::equals).isPresent();
    }

    /** Whether it says something in words only. */
    public boolean isProse() {
      return value.filter(TextValue.class::isInstance).isPresent();
    }

    /** Whether it has a value that can be computed with. */
    public boolean isNumeric() {
      return isEncoded() && !isEmpty() && !isProse();
    }

    /** Whether a claim of this verdict checks it. */
    public boolean has(Verdict verdict) {
      return checks.stream().anyMatch(check -> check.verdict() == verdict);
    }
  }

  /** What the registry holds and the claims check. */
  public static Coverage of(List<Registered> registry, List<Audited> audited) {
    Map<String, List<Check>> checks = new LinkedHashMap<>();
    for (Audited module : audited) {
      for (ClaimOutcome outcome : module.claims()) {
        for (String row : outcome.claim().rows()) {
          checks
              .computeIfAbsent(row.replace('.', '-'), id -> new ArrayList<>())
              .add(new Check(outcome.name(), module.name(), outcome.claim().verdict()));
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Registered source : registry) {
      for (Defined definition : source.definitions()) {
        if (ROW.matcher(definition.name()).matches()) {
          rows.add(row(source.module(), definition, checks));
        }
      }
    }
    rows.forEach(row -> checks.remove(row.id()));
    return new Coverage(rows, List.copyOf(checks.keySet()));
  }

  private static Row row(String module, Defined definition, Map<String, List<Check>> checks) {
    String id = definition.name().replace('_', '-');
    return new Row(
        id,
        module,
        definition.section(),
        definition.value(),
        definition.asOf(),
        definition.grade(),
        List.copyOf(checks.getOrDefault(id, List.of())));
  }
}
