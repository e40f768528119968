package org.tidemark.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.Moment;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.NumericSystem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** What plugins may ask of an evaluation, at a place of the text. */
record PlaceInEvaluation(Evaluation evaluation, Location location, String modulePath)
    implements Surroundings {
  @Override
  public UnitTable units() {
    return evaluation.program().units();
  }

  @Override
  public String read(String path) throws IOException {
    note(path);
    String text = evaluation.program().moduleSource().read(modulePath, path);
    count(text.length());
    return text;
  }

  /** A file is about to be read. */
  private void note(String path) {
    // before it is read: what changes in between is then taken for changed, not for known
    evaluation
        .files()
        .putIfAbsent(
            List.of(modulePath, path), evaluation.program().moduleSource().stamp(modulePath, path));
    if (isCounted()) {
      evaluation.spending().spend(Limit.FILES, 1, location);
    }
  }

  /** So much was read from it. */
  private void count(long bytes) {
    if (isCounted()) {
      evaluation.spending().spend(Limit.FILE_BYTES, bytes, location);
    }
  }

  private boolean isCounted() {
    return evaluation.spending().budget() != null && isOwn();
  }

  /** Whether the text stands in a module of the script; those of the library are trusted. */
  private boolean isOwn() {
    return evaluation.program().moduleSource().nameOf(modulePath).equals(modulePath);
  }

  @Override
  public void allow(long elements) {
    require(Limit.LIST, elements);
  }

  @Override
  public void allowText(long characters) {
    require(Limit.TEXT, characters);
  }

  @Override
  public void allowDraws(long draws) {
    require(Limit.DRAWS, draws);
  }

  private void require(Limit limit, long wanted) {
    Budget budget = evaluation.spending().budget();
    if (budget != null) {
      evaluation.spending().require(budget, limit, wanted, location);
    }
  }

  @Override
  public byte[] bytes(String path) throws IOException {
    note(path);
    byte[] bytes = evaluation.program().moduleSource().bytes(modulePath, path);
    count(bytes.length);
    return bytes;
  }

  @Override
  public Extensions extensions() {
    return evaluation.program().vocabulary();
  }

  @Override
  public Optional<Moment> moment() {
    return Optional.ofNullable(evaluation.moment());
  }

  @Override
  public Optional<String> declared() {
    return Optional.ofNullable(evaluation.reader()).map(Cell::path);
  }

  @Override
  public void checkpoint() {
    evaluation.spending().checkpoint();
  }

  @Override
  public Progress progress(String what, long total, String unit) {
    return evaluation.spending().progress(what, total, unit, location);
  }

  @Override
  public Progress keepable(String what, long total, String unit) {
    return evaluation.spending().keepable(what, total, unit, location);
  }

  @Override
  public NumericFunction numeric(Value function, List<? extends Type> parameters) {
    return new CompiledFunction(evaluation, function, parameters, location, false);
  }

  @Override
  public NumericSystem numericSystem(
      List<? extends Value> functions, List<? extends Type> parameters) {
    return new CompiledSystem(evaluation, functions, parameters, location, false);
  }

  @Override
  public NumericShortcut shortcut(
      List<? extends Value> functions,
      List<? extends NumericArgument> arguments,
      List<NumericResult> results) {
    return new CompiledShortcut(evaluation, functions, arguments, results);
  }
}
