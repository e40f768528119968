package org.tidemark.vocab.games;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** {@code game name { … }}. */
final class GameKind implements Kind {
  static final String STATE = "state";
  static final String CONTROL = "control";
  static final String PLAYERS = "players";
  static final String PAYOFF = "payoff";
  static final String MOTION = "motion";
  static final String DISCOUNT_RATE = "discount_rate";
  static final String DISCOUNT_FACTOR = "discount_factor";
  static final String SPACING = "spacing";
  static final String TOLERANCE = "tolerance";

  static final String LINEAR = "linear";
  static final String LOGARITHMIC = "logarithmic";

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.required(
              STATE, Accept.INTERVAL, "The states in which it is solved, such as 3 USD .. 10 USD."),
          FieldSpec.required(
              CONTROL,
              Accept.INTERVAL.or(function("a function of the state, giving an interval", 1)),
              "What each player may choose: an interval, or a function of the state that gives"
                  + " one."),
          FieldSpec.optional(PLAYERS, Accept.NUMBER, "2", "How many players there are."),
          FieldSpec.required(
              PAYOFF,
              function("a function (state, controls, player) => payoff", 3),
              "What a player earns, per time or in each step: a function of the state, the list of"
                  + " all controls and the player's number from 0."),
          FieldSpec.required(
              MOTION,
              function("a function (state, controls) => change", 2),
              "The state's change per time, or with a discount_factor the next state: a function"
                  + " of the state and the list of all controls."),
          FieldSpec.optional(
              DISCOUNT_RATE,
              Accept.RATE.or(list(Accept.RATE)),
              "none; time then goes in steps",
              "The rate at which players discount, continuous, such as 5 %/year; a list where it"
                  + " differs."),
          FieldSpec.optional(
              DISCOUNT_FACTOR,
              Accept.NUMBER.or(list(Accept.NUMBER)),
              "none; time then is continuous",
              "What one step later is worth now, a number below 1; a list where it differs."),
          FieldSpec.optional(
              SPACING,
              Accept.oneOf(List.of("linear", "logarithmic")),
              "\"linear\"",
              "\"logarithmic\" where strategies are smoother in the logarithm of the state."),
          FieldSpec.optional(
              TOLERANCE,
              Accept.NUMBER,
              "1e-9",
              "The largest error of values and strategies, relative to their size."));

  private static Accept function(String words, int arity) {
    return new Accept(
        words,
        type ->
            type instanceof FunctionType function
                && (function.arity() == arity || function.arity() < 0),
        false);
  }

  private static Accept list(Accept element) {
    return new Accept(
        "a list of them",
        type -> type instanceof ListType list && element.accepts(list.element()),
        false);
  }

  @Override
  public String name() {
    return "game";
  }

  @Override
  public String doc() {
    return """
    A game over one state that several players move: each takes the others' strategies, which
    are functions of the state, as given, and maximises its discounted payoffs (Markov perfect
    equilibrium). With a `discount_rate` time is continuous, with a `discount_factor` it goes in
    steps.

    It is solved numerically, whatever the payoffs, by polynomials in the state; strategies have
    to be smooth and inside their bounds over the whole interval. `strategy(state)` and
    `value(state)` hold for each player where all are alike, else ask `player(0)`. It also has
    `marginal_value(state)`, `change(state)`, `steady_state`, `steady_states`, `convergence`,
    `path(state)`, `residual`, `error` and `method`. `plot` of a game draws the strategies over the
    states, of a path the state in time.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return Header.fields();
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        game duopoly {
          state         = 3 USD/GB .. 10 USD/GB
          control       = 0 GB/year .. 20 GB/year
          payoff        = (p, u, i) => (p - 1 USD/GB) * u[i] - 0.5 USD*year/GB^2 * u[i]^2
          motion        = (p, u) => 0.5 /year * (10 USD/GB - 1 USD*year/GB^2 * sum(u) - p)
          discount_rate = 10 %/year
        }
        show duopoly.steady_state, duopoly.strategy(5 USD/GB), duopoly.value(5 USD/GB)
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    return new GameCheck(declaration).type();
  }

  @Override
  public Value create(DeclaredFields fields) {
    return new GameValue(GameRules.of(fields));
  }

  /** Whether a type is an interval. */
  static Optional<IntervalType> interval(Type type) {
    return type instanceof IntervalType interval ? Optional.of(interval) : Optional.empty();
  }
}
