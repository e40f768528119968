package org.tidemark.vocab.industry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * A claim with what came of it.
 *
 * @param report what is claimed and where
 * @param compared each reading; one where there is only one
 * @param named whether the readings have names of their own
 */
record Claim(Report report, List<Reading> compared, boolean named) implements ClaimValue {
  /**
   * What is claimed and where.
   *
   * @param title in words
   * @param reported by the source
   * @param side whether the report is a bound
   * @param allowed the difference within which the two agree
   * @param source where the report stands
   * @param rows of an inventory that it checks
   * @param item which known inconsistency it belongs to
   * @param remark what else there is to say
   */
  record Report(
      String title,
      Value reported,
      Side side,
      Optional<Quantity> allowed,
      String source,
      List<String> rows,
      Optional<String> item,
      Optional<String> remark) {}

  /** Copies its list. */
  Claim {
    compared = List.copyOf(compared);
  }

  @Override
  public String title() {
    return report.title();
  }

  @Override
  public Value reported() {
    return report.reported();
  }

  @Override
  public Side side() {
    return report.side();
  }

  @Override
  public Optional<Quantity> allowed() {
    return report.allowed();
  }

  @Override
  public Value computed() {
    return each(Reading::computed);
  }

  @Override
  public Value difference() {
    return each(Reading::difference);
  }

  private Value each(Function<Reading, Value> part) {
    if (!named) {
      return part.apply(compared.get(0));
    }
    Map<String, Value> values = new LinkedHashMap<>();
    compared.forEach(reading -> values.put(reading.name(), part.apply(reading)));
    return new RecordValue(values);
  }

  /** Readings that cannot be computed say neither yes nor no. */
  @Override
  public Verdict verdict() {
    Set<Verdict> said = new LinkedHashSet<>();
    compared.forEach(reading -> said.add(reading.verdict()));
    said.remove(Verdict.NOT_REPRODUCIBLE);
    return said.isEmpty()
        ? Verdict.NOT_REPRODUCIBLE
        : said.size() == 1 ? said.iterator().next() : Verdict.AMBIGUOUS;
  }

  @Override
  public List<Reading> readings() {
    return named ? compared : List.of();
  }

  @Override
  public List<Evidence.Missing> needs() {
    return compared.stream().flatMap(reading -> reading.needs().stream()).distinct().toList();
  }

  @Override
  public Optional<String> refusal() {
    return compared.stream().flatMap(reading -> reading.refusal().stream()).findFirst();
  }

  @Override
  public List<String> rows() {
    return report.rows();
  }

  @Override
  public Optional<String> item() {
    return report.item();
  }

  @Override
  public Optional<String> remark() {
    return report.remark();
  }

  @Override
  public String source() {
    return report.source();
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "title" -> new TextValue(title());
      case "reported", "at_least", "at_most" -> reported();
      case "computed", "readings" -> computed();
      case "difference" -> difference();
      case "verdict" -> new TextValue(verdict().word());
      case "verdicts" -> each(reading -> new TextValue(reading.verdict().word()));
      case "holds" -> BoolValue.of(verdict() == Verdict.REPRODUCED);
      case "needs" -> Values.texts(needs().stream().map(Evidence.Missing::text).toList());
      case "refusal" -> new TextValue(refusal().orElse(""));
      case "rows" -> Values.texts(rows());
      case "item" -> new TextValue(item().orElse(""));
      case "remark" -> new TextValue(remark().orElse(""));
      case "source" -> new TextValue(source());
      default -> throw Refusal.missing("a claim has no " + name);
    };
  }

  @Override
  public String summary() {
    return title() + ": " + verdict().word();
  }

  @Override
  public String describe() {
    return "a claim";
  }
}
