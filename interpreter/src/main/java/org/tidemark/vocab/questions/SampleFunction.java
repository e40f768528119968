package org.tidemark.vocab.questions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.Study;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code sample}: a model asked at draws of its uncertain inputs. */
final class SampleFunction extends BuiltIn {
  private static final String WHAT = "what";

  private SampleFunction() {
    super("sample");
  }

  static void register(Registry registry) {
    SampleFunction sample = new SampleFunction();
    registry.function(
        sample
            .spec(
                """
                Monte-Carlo: evaluates an expression, or a record of them, afresh at each draw of the
                uncertain inputs that it rests on. Of each answer there are `.mean .mean_error .sd
                .median .low .high .quantile(5 %) .histogram .values .draws .never .failed`; `low`
                and `high` are the 5 % and 95 % quantiles.

                `never` counts as later than everything in a quantile, and a mean over any is
                refused; draws without a solution are counted in `.failed` and otherwise left out.
                Draw i of an input depends on the seed, i and the input's name alone, so the same
                seed gives the same bits on any number of threads. The quantiles are those of
                Hyndman and Fan's type 7. `plot` draws an answer as its histogram, and several that
                measure the same by the share of draws at or below a number.\
                """)
            .expression(WHAT, Accept.ANYTHING, "what to ask, an expression or { T: nash.time }")
            .optional(Sampler.DRAWS, Accept.NUMBER, "10 000", "how many draws")
            .optional(
                Sampler.SEED, Accept.NUMBER, "1", "which draws: the same seed, the same draws")
            .example("sample(2 * (1 to 10), draws: 100).median")
            .body(sample));
  }

  @Override
  public Type of(CallCheck call) {
    Type what = call.type(WHAT);
    if (!(what instanceof RecordType questions)) {
      return outcome(call, what);
    }
    ObjectType.Builder type = ObjectType.named("sample");
    Map<String, Type> all = new LinkedHashMap<>();
    questions.fields().forEach((name, answer) -> all.put(name, outcome(call, answer)));
    all.forEach(type::member);
    return type.plotted().build();
  }

  private static Type outcome(CallCheck call, Type answer) {
    if (!Outcomes.takes(answer)) {
      call.problem(
          WHAT,
          "E0308",
          "sample asks for quantities, dates and conditions, and this is " + answer.describe(),
          "ask for a member of it, for example nash.time");
      return BasicType.UNKNOWN;
    }
    return SampledValue.type(answer);
  }

  @Override
  public Value of(CallValues call) {
    Study study = call.study(WHAT, "");
    int count =
        call.has(Sampler.DRAWS)
            ? (int) Sampler.whole(call, Sampler.DRAWS, 1, Sampler.MOST_DRAWS)
            : (int) Sampler.USUAL_DRAWS;
    call.surroundings().allowDraws(count);
    Gathering answers = new Gathering(count);
    Sampler sampler = Sampler.of(call, study);
    try (Progress progress =
        call.surroundings().keepable("sampling ".concat(study.text()), count, "draws")) {
      int done = sampler.ask(count, answers, progress);
      answers.keep(done, progress.kept(done));
    }
    return answers.isSingle() ? answers.answer() : new SampleValue(answers.answers());
  }
}
