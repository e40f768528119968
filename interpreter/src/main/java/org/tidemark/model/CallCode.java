package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Member;
import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.value.Value;

/** Calls and pipes as {@link Code}. */
final class CallCode {
  private final Lowering lowering;
  private final Vocabulary vocabulary;
  private final UnitReader units;

  CallCode(Lowering lowering, Vocabulary vocabulary, UnitReader units) {
    this.lowering = lowering;
    this.vocabulary = vocabulary;
    this.units = units;
  }

  Code lower(Call call, Scope scope) {
    return call(call.callee(), List.of(), call, scope);
  }

  Code pipe(Pipe pipe, Scope scope) {
    List<Expression> leading = List.of(pipe.value());
    if (pipe.stage() instanceof Call call) {
      return call(
          call.callee(), leading, new Call(call.callee(), call.arguments(), pipe.span()), scope);
    }
    return call(pipe.stage(), leading, new Call(pipe.stage(), List.of(), pipe.span()), scope);
  }

  private Code call(Expression callee, List<Expression> leading, Call call, Scope scope) {
    Location location = ExpressionCode.at(call, scope);
    if (callee instanceof NameReference name && scope.resolve(name.name()).isEmpty()) {
      Optional<FunctionSpec> function = vocabulary.function(name.name());
      if (function.isPresent()) {
        return BuiltinCode.lower(
            function.get(),
            leading,
            call.arguments(),
            location,
            scope,
            lowering,
            units,
            lowering.promise(function.get(), location));
      }
    }
    Code function = lowering.target(callee, scope);
    List<Code> positional = new ArrayList<>();
    Map<String, Code> named = new LinkedHashMap<>();
    leading.forEach(value -> positional.add(lowering.expression(value, scope)));
    for (var argument : call.arguments()) {
      Code value = lowering.expression(argument.value(), scope);
      if (argument.name().isPresent()) {
        named.put(argument.name().get().name(), value);
      } else {
        positional.add(value);
      }
    }
    List<String> order = named.isEmpty() ? List.of() : parameterOrder(callee, scope);
    Code whole =
        frame -> {
          Value called = function.evaluate(frame);
          List<Value> values = new ArrayList<>();
          for (Code code : positional) {
            values.add(code.evaluate(frame));
          }
          for (String parameter :
              order.subList(Math.min(values.size(), order.size()), order.size())) {
            Code code = named.get(parameter);
            values.add(code == null ? null : code.evaluate(frame));
          }
          return Members.call(called, values, frame, location);
        };
    return lowering.step(() -> Steps.call(call.span(), scope.source()), scope, whole);
  }

  static List<String> parameterOrder(Expression callee, Scope scope) {
    Optional<FunctionDeclaration> function = declaredFunction(callee, scope);
    List<String> names = new ArrayList<>();
    function.ifPresent(f -> f.parameters().forEach(p -> names.add(p.name().name())));
    return names;
  }

  private static Optional<FunctionDeclaration> declaredFunction(Expression callee, Scope scope) {
    Optional<Member> member = Optional.empty();
    if (callee instanceof NameReference name) {
      member =
          scope
              .resolve(name.name())
              .filter(Resolution.OfStructure.class::isInstance)
              .map(r -> ((Resolution.OfStructure) r).member());
    } else if (callee instanceof MemberAccess access) {
      // module.function(...): follow the path through modules and models
      List<String> path = org.tidemark.check.MultiplierTarget.path(access);
      if (!path.isEmpty()) {
        member =
            scope
                .resolve(path.get(0))
                .filter(Resolution.OfStructure.class::isInstance)
                .map(r -> ((Resolution.OfStructure) r).member());
        for (String step : path.subList(1, path.size())) {
          member =
              member
                  .map(m -> m.structure())
                  .flatMap(s -> s == null ? Optional.empty() : s.member(step));
        }
      }
    }
    return member.filter(m -> m.sort() == Member.Sort.FUNCTION).map(Member::function);
  }
}
