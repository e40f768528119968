package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tidemark.api.Lookup;
import org.tidemark.api.Name;
import org.tidemark.api.Spot;
import org.tidemark.api.Wanted;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Says what would fit where a {@code ?} stands. */
final class Holes {
  private static final String HOLE = "?";

  /** More names than these are better looked up by completing. */
  private static final int MOST_NAMES = 8;

  private final Lookup lookup;
  private final UnitChoice units;
  private final Cursor cursor;

  private Holes(Lookup lookup, UnitChoice units, Cursor cursor) {
    this.lookup = lookup;
    this.units = units;
    this.cursor = cursor;
  }

  /** The first {@code ?} of an entry; none counts in a comment or a text. */
  static OptionalInt find(String entry) {
    if (entry.indexOf(HOLE) < 0) {
      return OptionalInt.empty();
    }
    for (Token token : new Reading(entry).tokens) {
      if (token.kind() == TokenKind.UNKNOWN && token.text().equals(HOLE)) {
        return OptionalInt.of(token.span().start());
      }
    }
    return OptionalInt.empty();
  }

  /** What fits at the first {@code ?} of an entry; empty where it has none. */
  static Optional<String> answer(Lookup lookup, UnitChoice units, String entry) {
    OptionalInt hole = find(entry);
    if (hole.isEmpty()) {
      return Optional.empty();
    }
    int at = hole.getAsInt();
    // other holes are none of this one's business
    String text = entry.substring(0, at + 1) + filled(entry.substring(at + 1));
    return Optional.of(new Holes(lookup, units, new Cursor(text, at, at + 1)).answer());
  }

  private static String filled(String rest) {
    StringBuilder text = new StringBuilder(rest);
    for (Token token : new Reading(rest).tokens) {
      if (token.kind() == TokenKind.UNKNOWN && token.text().equals(HOLE)) {
        text.setCharAt(token.span().start(), '0');
      }
    }
    return text.toString();
  }

  private String answer() {
    if (cursor.atStart() && cursor.frame.kind == Frame.Kind.BODY && !cursor.frame.isModel()) {
      Optional<Kind> kind = lookup.kind(cursor.frame.head);
      if (kind.isPresent()) {
        return fields(kind.get());
      }
    }
    Spot spot = new Marking(lookup, cursor).ask();
    return switch (spot.sort()) {
      case MEMBER, AMENDED -> members(spot);
      case TYPE -> type(spot);
      case UNIT -> unit(spot);
      case NAME -> value(spot);
      case UNREAD -> "what is around the ? cannot be read yet; it stands for a value";
    };
  }

  private String fields(Kind kind) {
    WordCandidates words =
        new WordCandidates(lookup, cursor, new Candidates(cursor.from, cursor.to, ""));
    List<String> set = words.setIn(cursor.frame);
    StringBuilder text = new StringBuilder("a field of the ").append(kind.name());
    for (boolean required : new boolean[] {true, false}) {
      for (FieldSpec field : kind.fields()) {
        if (field.required() == required && !set.contains(field.name())) {
          text.append("\n  ").append(field.name()).append(" = ");
          text.append(field.accept().words()).append(required ? "; required" : "");
        }
      }
    }
    return text.toString();
  }

  private static String members(Spot spot) {
    if (spot.members().isEmpty()) {
      return spot.before().map(Type::describe).orElse("this") + " has no members";
    }
    return "one of " + listed(spot.members());
  }

  private static String listed(List<Name> names) {
    List<String> words = new ArrayList<>();
    for (Name name : names) {
      String type = Described.brief(name.type());
      words.add(type.isEmpty() ? name.name() : name.name() + " (" + type + ")");
    }
    return String.join(", ", words);
  }

  private String type(Spot spot) {
    Optional<QuantityType> value = spot.before().map(Completer::element).flatMap(Types::quantity);
    if (value.isPresent()) {
      List<String> fitting = units.fitting(value.get());
      return "a unit of "
          + value.get().describe()
          + (fitting.isEmpty() ? "" : ": " + String.join(", ", few(fitting)));
    }
    return "a type: a unit such as USD/GB, 1 for a pure number, date, text or bool";
  }

  private String unit(Spot spot) {
    List<String> fitting = spot.wanted().map(this::fitting).orElse(List.of());
    return fitting.isEmpty() ? "a unit" : "a unit: " + String.join(", ", few(fitting));
  }

  private List<String> fitting(Wanted wanted) {
    Optional<QuantityType> quantity =
        wanted.quantity().or(() -> units.example(wanted.accept().words()));
    return quantity
        .map(units::fitting)
        .orElseGet(() -> new ArrayList<>(units.fitting(wanted.accept())));
  }

  private static List<String> few(List<String> texts) {
    return texts.size() <= MOST_NAMES
        ? texts
        : Stream.concat(texts.subList(0, MOST_NAMES).stream(), Stream.of("…")).toList();
  }

  private String value(Spot spot) {
    if (spot.wanted().isEmpty()) {
      return "a value of any sort";
    }
    Wanted wanted = spot.wanted().get();
    StringBuilder text = new StringBuilder(words(wanted));
    if (!wanted.choices().isEmpty()) {
      text.append(": \"").append(String.join("\" or \"", wanted.choices())).append('"');
    }
    List<Name> fitting = new ArrayList<>();
    Optional<QuantityType> usual =
        wanted.quantity().or(() -> units.example(wanted.accept().words()));
    addFitting(spot.near(), wanted, usual, fitting);
    addFitting(lookup.names(), wanted, usual, fitting);
    if (!fitting.isEmpty()) {
      boolean more = fitting.size() > MOST_NAMES;
      text.append("; in scope: ");
      text.append(listed(more ? fitting.subList(0, MOST_NAMES) : fitting))
          .append(more ? ", …" : "");
    }
    if (!wanted.doc().isEmpty()) {
      text.append('\n').append(wanted.name()).append(": ").append(wanted.doc());
    }
    return text.toString();
  }

  private String words(Wanted wanted) {
    String words = wanted.accept().words();
    if (wanted.quantity().isEmpty() || words.contains("such as")) {
      return words;
    }
    QuantityType quantity = wanted.quantity().get();
    String example = quantity.isPure() ? "2" : quantity.isZero() ? "" : "2 " + example(quantity);
    return example.isEmpty() ? words : words + ", such as " + example;
  }

  /** A unit that can stand behind a number. */
  private String example(QuantityType quantity) {
    String text = quantity.unit().text();
    return text.startsWith("1/") || text.startsWith("/")
        ? "%/" + text.substring(text.indexOf('/') + 1)
        : text;
  }

  private static void addFitting(
      Iterable<Name> names, Wanted wanted, Optional<QuantityType> usual, List<Name> fitting) {
    for (Name name : names) {
      Optional<QuantityType> quantity = Types.quantity(name.type());
      boolean likely =
          usual.isEmpty()
              || quantity.isEmpty()
              || quantity.get().fits(usual.get()) && !(name.type() instanceof ListType);
      boolean known = fitting.stream().anyMatch(other -> other.name().equals(name.name()));
      if (wanted.fits(name.type()) && likely && !known) {
        fitting.add(name);
      }
    }
  }
}
