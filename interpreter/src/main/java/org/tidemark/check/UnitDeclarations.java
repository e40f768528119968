package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.ExchangeDeclaration;
import org.tidemark.grammar.tree.Script;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.Types;

/** Puts the units that a script declares, and its exchange rates, into the table of units. */
final class UnitDeclarations {
  private final UnitTable units;
  private final Findings findings;
  private final Allowance allowance;

  UnitDeclarations(UnitTable units, Findings findings, Allowance allowance) {
    this.allowance = allowance;
    this.units = units;
    this.findings = findings;
  }

  /**
   * Reads them in whatever order makes them known.
   *
   * @param main whether this is the main script, the only one that may fix exchange rates
   */
  void read(Script script, boolean main) {
    List<UnitDeclaration> open = new ArrayList<>();
    for (Statement statement : script.statements()) {
      if (statement instanceof UnitDeclaration unit) {
        count(unit, script.source());
        if (units.find(unit.name().name()).isPresent()) {
          findings.add(
              Diagnostic.error(
                      "E0202",
                      "there is a unit " + unit.name().name() + " already",
                      script.source(),
                      unit.name().span())
                  .withHelp(
                      Types.hasMoney(units.find(unit.name().name()).orElseThrow().dimension())
                          ? "to say what it is worth, write exchange instead of unit"
                          : "give yours another name"));
        } else if (unit.definition().isEmpty()) {
          units.declareBase(unit.name().name());
        } else {
          open.add(unit);
        }
      } else if (statement instanceof ExchangeDeclaration exchange) {
        exchange(script.source(), exchange, main);
      }
    }
    // a unit may be defined by one that comes later, so go round until nothing moves
    boolean moved = true;
    while (moved && !open.isEmpty()) {
      moved = false;
      for (int i = 0; i < open.size(); i++) {
        UnitDeclaration unit = open.get(i);
        Optional<Quantity> size = Literals.quantity(unit.definition().get(), new UnitReader(units));
        if (size.isPresent()) {
          define(script.source(), unit, size.get());
          open.remove(i--);
          moved = true;
        }
      }
    }
    for (UnitDeclaration unit : open) {
      findings.add(
          Diagnostic.error(
                  "E0212",
                  "a unit is defined by numbers and other units",
                  script.source(),
                  unit.definition().get().span())
              .withNote("this is not made of numbers and known units")
              .withHelp("for example: unit lot = 25 wafer"));
    }
  }

  private void count(UnitDeclaration unit, SourceText source) {
    try {
      allowance.spend(Limit.UNITS, 1);
    } catch (LimitReached reached) {
      throw reached.at(new Location(source, unit.span()));
    }
  }

  private void define(SourceText source, UnitDeclaration unit, Quantity size) {
    if (!(size.magnitude() > 0) || Double.isInfinite(size.magnitude())) {
      findings.add(
          Diagnostic.error(
                  "E0212", "a unit is larger than zero", source, unit.definition().get().span())
              .withHelp("say how much of other units it is: unit lot = 25 wafer"));
      return;
    }
    if (units.find(unit.name().name()).isPresent()) {
      findings.add(
          Diagnostic.error(
              "E0202",
              "there is a unit " + unit.name().name() + " already",
              source,
              unit.name().span()));
      return;
    }
    units.declare(unit.name().name(), size.magnitude(), size.dimension());
  }

  private void exchange(SourceText source, ExchangeDeclaration exchange, boolean main) {
    if (!main) {
      findings.add(
          Diagnostic.error(
                  "E0214", "only the main script fixes exchange rates", source, exchange.span())
              .withHelp("move it into the script that is run"));
      return;
    }
    Optional<Quantity> rate = Literals.quantity(exchange.rate(), new UnitReader(units));
    String currency = exchange.currency().name();
    boolean known = units.find(currency).filter(u -> Types.hasMoney(u.dimension())).isPresent();
    if (rate.isEmpty()
        || !known
        || !Types.hasMoney(rate.get().dimension())
        || !(rate.get().magnitude() > 0)) {
      findings.add(
          Diagnostic.error(
                  "E0214",
                  "an exchange rate gives one currency in another",
                  source,
                  exchange.span())
              .withHelp("for example: exchange EUR = 1.08 USD"));
      return;
    }
    try {
      units.exchange(currency, rate.get().magnitude(), rate.get().dimension());
    } catch (IllegalArgumentException refused) {
      findings.add(
          Diagnostic.error(
                  "E0214",
                  "the exchange rate of " + currency + " is fixed already",
                  source,
                  exchange.span())
              .withHelp("keep one exchange line for each currency"));
    }
  }
}
