package org.tidemark.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/**
 * A function that a plugin adds to the language: its parameters, the type of its result, what it
 * does and its documentation.
 */
public final class FunctionSpec {
  /** Works out the type of a call's result and reports what is wrong with its arguments. */
  @FunctionalInterface
  public interface ResultRule {
    /** The type of the result; unknown where something has been reported. */
    Type of(CallCheck call);
  }

  /** Does the work. */
  @FunctionalInterface
  public interface Body {
    /**
     * The value of a call.
     *
     * @throws Problem where there is none
     */
    Value of(CallValues call);
  }

  /**
   * The derivative of a call's result along the tangents of its arguments, {@code Σ ∂f/∂x_i x_i'}.
   */
  @FunctionalInterface
  public interface TangentRule {
    /** The result's tangent, in base units. */
    double of(CallValues call, Quantity result);
  }

  private final String name;
  private final String doc;
  private final TangentRule tangent;
  private final List<String> examples;
  private final List<ParameterSpec> parameters;
  private final boolean openNames;
  private final ResultRule result;
  private final Body body;
  private final NumericForm.Rule numeric;

  private FunctionSpec(Builder builder) {
    this.name = builder.name;
    this.doc = builder.doc;
    this.examples = List.copyOf(builder.examples);
    this.parameters = List.copyOf(builder.parameters);
    this.openNames = builder.openNames;
    this.result = builder.result;
    this.body = builder.body;
    this.tangent = builder.tangent;
    this.numeric = builder.numeric;
  }

  /** Starts a function. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it does, in Markdown. */
  public String doc() {
    return doc;
  }

  /** Expressions that work as they stand; the tests run them. */
  public List<String> examples() {
    return examples;
  }

  /** Its parameters in order. */
  public List<ParameterSpec> parameters() {
    return parameters;
  }

  /** Whether arguments under names that are no parameter's are taken, as {@code with} takes. */
  public boolean openNames() {
    return openNames;
  }

  /** The parameter of a name. */
  public Optional<ParameterSpec> parameter(String parameter) {
    for (ParameterSpec spec : parameters) {
      if (spec.name().equals(parameter)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }

  /** The rule for its result's type. */
  public ResultRule result() {
    return result;
  }

  /** What it does. */
  public Body body() {
    return body;
  }

  /** How its result moves with its arguments, where it says. */
  public Optional<TangentRule> tangent() {
    return Optional.ofNullable(tangent);
  }

  /**
   * What it does with plain numbers where the arguments are quantities in these units; absent where
   * it has to be called.
   */
  public Optional<NumericForm> numeric(List<UnitExpression> arguments) {
    return numeric == null ? Optional.empty() : Optional.ofNullable(numeric.of(arguments));
  }

  /** {@code name(a, b: …)}, for messages and documentation. */
  public String signature() {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      ParameterSpec parameter = parameters.get(i);
      if (i > 0) {
        text.append(", ");
      }
      text.append(parameter.name());
      if (parameter.rest()) {
        text.append(", …");
      } else if (!parameter.required()) {
        text.append("?");
      }
    }
    return text.append(')').toString();
  }

  /** Collects the parts of a {@link FunctionSpec}. */
  public static final class Builder {
    private final String name;
    private String doc = "";
    private final List<String> examples = new ArrayList<>();
    private final List<ParameterSpec> parameters = new ArrayList<>();
    private boolean openNames;
    private ResultRule result;
    private Body body;
    private TangentRule tangent;
    private NumericForm.Rule numeric;

    private Builder(String name) {
      this.name = name;
    }

    /** What it does, in Markdown, with the source of its formula. */
    public Builder doc(String text) {
      this.doc = text;
      return this;
    }

    /** An expression that works as it stands. */
    public Builder example(String expression) {
      examples.add(expression);
      return this;
    }

    /** A parameter that must be given. */
    public Builder required(String parameter, Accept accept, String text) {
      return add(parameter, ParameterSpec.Mode.VALUE, accept, true, false, null, text);
    }

    /** A parameter that may be left out. */
    public Builder optional(String parameter, Accept accept, String fallback, String text) {
      return add(parameter, ParameterSpec.Mode.VALUE, accept, false, false, fallback, text);
    }

    /** All further unnamed arguments. */
    public Builder rest(String parameter, Accept accept, String text) {
      return add(parameter, ParameterSpec.Mode.VALUE, accept, false, true, null, text);
    }

    /** The name of a column. */
    public Builder column(String parameter, boolean required, String text) {
      return add(
          parameter, ParameterSpec.Mode.COLUMN, Accept.ANYTHING, required, false, null, text);
    }

    /** An expression that the function evaluates itself. */
    public Builder expression(String parameter, Accept accept, String text) {
      return add(parameter, ParameterSpec.Mode.EXPRESSION, accept, true, false, null, text);
    }

    /** An expression that the function evaluates itself, and that may be left out. */
    public Builder optionalExpression(
        String parameter, Accept accept, String fallback, String text) {
      return add(parameter, ParameterSpec.Mode.EXPRESSION, accept, false, false, fallback, text);
    }

    /**
     * A record written in place whose names become unknowns, with a box, a list of boxes or a start
     * for each: {@code { p: 0..30 USD/GB }}.
     */
    public Builder unknowns(String parameter, boolean required, String text) {
      return add(
          parameter, ParameterSpec.Mode.UNKNOWNS, Accept.RECORD, required, false, null, text);
    }

    /** An expression in which the unknowns of another parameter are names. */
    public Builder bound(
        String parameter, String unknowns, Accept accept, boolean required, String text) {
      return add(
          parameter,
          ParameterSpec.Mode.BOUND,
          accept,
          required,
          false,
          null,
          new ParameterSpec.Sight(unknowns, "", Set.of()),
          text);
    }

    /** A record written in place whose names are definitions of the model that are to vary. */
    public Builder varied(String parameter, boolean required, String text) {
      return add(parameter, ParameterSpec.Mode.VARIED, Accept.RECORD, required, false, null, text);
    }

    /**
     * {@code response ~ form(column)}, or {@code response ~ expression} of columns and unknowns.
     *
     * @param table the parameter whose columns are seen
     * @param unknowns the parameter that names the unknowns; empty for none
     * @param forms the names that, called on the right, mean a form and are not looked up
     */
    public Builder formula(
        String parameter, String table, String unknowns, Set<String> forms, String text) {
      return add(
          parameter,
          ParameterSpec.Mode.FORMULA,
          Accept.ANYTHING,
          true,
          false,
          null,
          new ParameterSpec.Sight(unknowns, table, Set.copyOf(forms)),
          text);
    }

    /** Types under names. */
    public Builder schema(String parameter, boolean required, String text) {
      return add(
          parameter, ParameterSpec.Mode.SCHEMA, Accept.ANYTHING, required, false, null, text);
    }

    /** Says how the result moves with the arguments, so that derivatives through it are exact. */
    public Builder tangent(TangentRule rule) {
      this.tangent = rule;
      return this;
    }

    /** Takes arguments under any name, evaluated. */
    public Builder openNames() {
      this.openNames = true;
      return this;
    }

    private Builder add(
        String parameter,
        ParameterSpec.Mode mode,
        Accept accept,
        boolean required,
        boolean rest,
        String fallback,
        String text) {
      return add(
          parameter, mode, accept, required, rest, fallback, ParameterSpec.Sight.PLAIN, text);
    }

    private Builder add(
        String parameter,
        ParameterSpec.Mode mode,
        Accept accept,
        boolean required,
        boolean rest,
        String fallback,
        ParameterSpec.Sight sight,
        String text) {
      parameters.add(
          new ParameterSpec(
              parameter, mode, accept, required, rest, Optional.ofNullable(fallback), sight, text));
      return this;
    }

    /** The result's type, whatever the arguments. */
    public Builder returns(Type type) {
      this.result = call -> type;
      return this;
    }

    /** The rule for the result's type. */
    public Builder returns(ResultRule rule) {
      this.result = rule;
      return this;
    }

    /** What it does with plain numbers, so that solvers can call it often. */
    public Builder numeric(NumericForm.Rule rule) {
      this.numeric = rule;
      return this;
    }

    /** What it does. */
    public FunctionSpec body(Body work) {
      this.body = work;
      return new FunctionSpec(this);
    }
  }
}
