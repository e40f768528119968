package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of interop, held against a value of each sort. The list is that of the page on the
 * decision; where two values may not agree, both are named.
 */
class InteropLawsTest {
  private static final String SCRIPT =
      """
      number = 6
      fraction = 0.1
      large = 1e300
      percent = 34.1 %
      price = 12 USD/GB
      time = 90 minute
      short = 1e-12 s
      sure = true
      words = "hello"
      day = date("2024-06-30")
      start = date(2024)
      gone = missing
      later = never
      list = [1 USD, 2 USD]
      nothing = filter([1], x => x > 1)
      record = {a: 1, b: 2 year}
      sequence = 1 %/year .. 3 %/year by 1 %/year
      interval = 2..10
      fn cost(q: EB, factor = 2) -> USD/GB = factor * 3 USD/GB * q / (1 EB)
      lambda = x => 2 * x
      param task = 10 to 100
      param rent = 3 to 8 EUR/hour
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
      crossing parity when hbm <= 5 USD/GB
      firm f[2] { cost = 1 USD/GB; discount_rate = 5 %/year; continuation_value = 50 BUSD }
      market inference {
        demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        firms = [f]
        drives = hbm
        produced = 2.49 EB
        until = parity
        start = date(2024)
      }
      nash = equilibrium(inference)
      data prices = table(on: date, usd: USD/GB) { 2024, 15; 2025, 12 }
      model inner { x = 3 }
      """;

  private static Engine engine;
  private static Context context;
  private static Value script;

  @BeforeAll
  static void open() {
    engine = Contexts.engine();
    context = Context.newBuilder("tide", "js").engine(engine).allowAllAccess(true).build();
    script = Contexts.run(context, SCRIPT);
  }

  @AfterAll
  static void close() {
    context.close();
    engine.close();
  }

  /** The sorts that a value is of. */
  private static Set<String> sorts(Value value) {
    Set<String> sorts = new TreeSet<>();
    Map<String, Boolean> all =
        Map.ofEntries(
            Map.entry("null", value.isNull()),
            Map.entry("boolean", value.isBoolean()),
            Map.entry("number", value.isNumber()),
            Map.entry("string", value.isString()),
            Map.entry("date", value.isDate()),
            Map.entry("time", value.isTime()),
            Map.entry("zone", value.isTimeZone()),
            Map.entry("instant", value.isInstant()),
            Map.entry("duration", value.isDuration()),
            Map.entry("array", value.hasArrayElements()),
            Map.entry("members", value.hasMembers()),
            Map.entry("function", value.canExecute()),
            Map.entry("class", value.canInstantiate()),
            Map.entry("meta", value.isMetaObject()),
            Map.entry("iterator", value.isIterator()),
            Map.entry("hash", value.hasHashEntries()),
            Map.entry("buffer", value.hasBufferElements()),
            Map.entry("exception", value.isException()));
    all.forEach((sort, is) -> sorts.addAll(is ? Set.of(sort) : Set.of()));
    return sorts;
  }

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("number", "number"),
          Map.entry("fraction", "number"),
          Map.entry("large", "number"),
          Map.entry("percent", "members number"),
          Map.entry("price", "members"),
          Map.entry("time", "duration members"),
          Map.entry("short", "members"),
          Map.entry("sure", "boolean"),
          Map.entry("words", "string"),
          Map.entry("day", "date instant members time zone"),
          Map.entry("start", "date instant members time zone"),
          Map.entry("gone", "null"),
          Map.entry("later", "null"),
          Map.entry("list", "array"),
          Map.entry("nothing", "array"),
          Map.entry("record", "members"),
          Map.entry("sequence", "array members"),
          Map.entry("interval", "members"),
          Map.entry("cost", "function"),
          Map.entry("lambda", "function"),
          Map.entry("task", "members number"),
          Map.entry("rent", "members"),
          Map.entry("hbm", "function members"),
          Map.entry("parity", "members"),
          Map.entry("f", "array"),
          Map.entry("inference", "members"),
          Map.entry("nash", "members"),
          Map.entry("prices", "array members"),
          Map.entry("inner", "members"));

  @Test
  void eachValueIsOfExactlyItsSorts() {
    assertEquals(Set.copyOf(EXPECTED.keySet()), script.getMemberKeys());
    EXPECTED.forEach(
        (name, sorts) ->
            assertEquals(sorts, String.join(" ", sorts(script.getMember(name))), name));
    assertEquals("members", String.join(" ", sorts(script)));
  }

  /** All values of the script, with their members and elements down to some depth. */
  private static List<Value> all() {
    return all(script);
  }

  private static List<Value> all(Value root) {
    List<Value> found = new ArrayList<>(List.of(root));
    for (int i = 0; i < found.size() && found.size() < 400; i++) {
      Value value = found.get(i);
      for (String name : value.getMemberKeys()) {
        try {
          found.add(value.getMember(name));
        } catch (PolyglotException noValue) {
          assertTrue(noValue.isGuestException() && !noValue.isInternalError(), noValue.toString());
        }
      }
      for (long k = 0; value.hasArrayElements() && k < Math.min(3, value.getArraySize()); k++) {
        found.add(value.getArrayElement(k));
      }
    }
    return found;
  }

  @Test
  void membersKeepTheirWord() {
    for (Value value : all()) {
      if (!value.hasMembers()) {
        assertEquals(Set.of(), value.getMemberKeys());
        continue;
      }
      for (String name : value.getMemberKeys()) {
        assertTrue(value.hasMember(name), name);
        assertThrows(UnsupportedOperationException.class, () -> value.putMember(name, 1));
        assertThrows(UnsupportedOperationException.class, () -> value.removeMember(name));
      }
      for (String name : List.of("", "no such", "ä", "a.b", "0")) {
        assertFalse(value.hasMember(name), name);
        assertEquals(null, value.getMember(name));
        assertFalse(value.canInvokeMember(name));
      }
    }
  }

  @Test
  void arraysKeepTheirWord() {
    for (Value value : all()) {
      if (!value.hasArrayElements()) {
        assertThrows(UnsupportedOperationException.class, value::getArraySize);
        continue;
      }
      long size = value.getArraySize();
      for (long wrong : new long[] {-1, size, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> value.getArrayElement(wrong));
      }
      assertThrows(UnsupportedOperationException.class, () -> value.setArrayElement(0, 1));
      // iterators give the elements in order, and then nothing
      assertTrue(value.hasIterator());
      Value iterator = value.getIterator();
      for (long i = 0; i < size; i++) {
        assertTrue(iterator.hasIteratorNextElement());
        assertEquals(
            value.getArrayElement(i).toString(), iterator.getIteratorNextElement().toString());
      }
      assertFalse(iterator.hasIteratorNextElement());
      assertThrows(NoSuchElementException.class, iterator::getIteratorNextElement);
      assertEquals(size, value.as(List.class).size());
    }
  }

  @Test
  void numbersFitWhereNothingIsLost() {
    int seen = 0;
    for (Value value : all()) {
      fits(value, value.fitsInByte(), Value::asByte);
      fits(value, value.fitsInShort(), Value::asShort);
      fits(value, value.fitsInInt(), Value::asInt);
      fits(value, value.fitsInLong(), Value::asLong);
      fits(value, value.fitsInFloat(), Value::asFloat);
      fits(value, value.fitsInDouble(), Value::asDouble);
      if (value.fitsInBigInteger()) {
        BigInteger big = value.asBigInteger();
        assertEquals(value.asDouble(), big.doubleValue());
      }
      assertEquals(value.isNumber(), value.fitsInDouble());
      seen += value.isNumber() ? 1 : 0;
    }
    assertTrue(seen > 20);
    assertEquals(6, script.getMember("number").asInt());
    assertFalse(script.getMember("fraction").fitsInInt());
    assertFalse(script.getMember("large").fitsInLong());
    assertEquals(0.341, script.getMember("percent").asDouble());
  }

  private static void fits(Value value, boolean fits, Function<Value, Number> as) {
    if (!fits) {
      assertThrows(
          RuntimeException.class, () -> as.apply(value), value + " was converted all the same");
      return;
    }
    assertEquals(value.asDouble(), as.apply(value).doubleValue());
  }

  @Test
  void everyValueHasATextALanguageAndASort() {
    for (Value value : all()) {
      assertNotNull(value.toString());
      Value meta = value.getMetaObject();
      if (meta == null) {
        continue;
      }
      assertTrue(meta.isMetaObject());
      assertTrue(meta.isMetaInstance(value), value + " is no " + meta);
      assertNotNull(meta.getMetaSimpleName());
      assertNotNull(meta.getMetaQualifiedName());
      assertFalse(meta.isMetaInstance(script.getMember("sure")) && value.hasMembers());
    }
    Map<String, String> sorts =
        Map.of(
            "price",
            "quantity",
            "day",
            "date",
            "nash",
            "solution",
            "f",
            "list",
            "hbm",
            "curve",
            "inner",
            "model",
            "prices",
            "table",
            "cost",
            "function",
            "record",
            "record");
    sorts.forEach(
        (name, sort) ->
            assertEquals(sort, script.getMember(name).getMetaObject().getMetaSimpleName(), name));
  }

  @Test
  void whatIsTheSameIsEqualAndHashesAlike() {
    for (String name : script.getMemberKeys()) {
      Value one = script.getMember(name);
      Value again = script.getMember(name);
      assertEquals(one, one);
      assertEquals(one, again, name);
      assertEquals(one.hashCode(), again.hashCode(), name);
      for (String other : script.getMemberKeys()) {
        if (one.equals(script.getMember(other))) {
          assertEquals(one.hashCode(), script.getMember(other).hashCode());
          assertTrue(
              name.equals(other) || one.isNull() && script.getMember(other).isNull(),
              name + " and " + other);
        }
      }
    }
  }

  @Test
  void functionsTakeAsManyArgumentsAsTheySay() {
    Value cost = script.getMember("cost");
    assertThrows(IllegalArgumentException.class, cost::execute);
    assertThrows(IllegalArgumentException.class, () -> cost.execute(1, 2, 3));
    assertEquals("12 USD/GB", cost.execute(2).toString());
    assertEquals("18 USD/GB", cost.execute("2 EB", 3).toString());
    Value curve = script.getMember("hbm");
    assertThrows(IllegalArgumentException.class, curve::execute);
    Value at = curve.getMember("at");
    assertEquals(12, curve.execute(at).invokeMember("in", "USD/GB").asDouble(), 1e-9);
    for (Value wrong : List.of(script.getMember("price"), script)) {
      PolyglotException refused = assertThrows(PolyglotException.class, () -> curve.execute(wrong));
      assertTrue(refused.isGuestException() && !refused.isInternalError(), refused.toString());
      assertTrue(refused.getMessage().contains("error[E0308]"), refused.getMessage());
    }
    Function<Object, Object> function = script.getMember("lambda").as(DOUBLING);
    assertEquals(8.0, function.apply(4));
    assertThrows(UnsupportedOperationException.class, () -> script.getMember("list").execute());
    assertThrows(UnsupportedOperationException.class, () -> cost.newInstance());
  }

  private static final org.graalvm.polyglot.TypeLiteral<Function<Object, Object>> DOUBLING =
      new org.graalvm.polyglot.TypeLiteral<>() {};

  @Test
  void datesAndTimesAreThoseOfTheCalendar() {
    Value day = script.getMember("day");
    assertEquals(LocalDate.of(2024, 6, 30), day.asDate());
    assertEquals(LocalTime.MIDNIGHT, day.asTime());
    assertEquals(ZoneId.of("Z"), day.asTimeZone());
    assertEquals(Instant.parse("2024-06-30T00:00:00Z"), day.asInstant());
    assertEquals(LocalDate.of(2024, 6, 30), day.as(LocalDate.class));
    assertEquals(
        Instant.parse("2024-01-01T00:00:00Z"), script.getMember("start").as(Instant.class));
    assertEquals(LocalDate.of(2024, 6, 30), day.as(ZonedDateTime.class).toLocalDate());
    assertEquals(Duration.ofMinutes(90), script.getMember("time").asDuration());
    assertEquals(Duration.ofMinutes(90), script.getMember("time").as(Duration.class));
    for (Value value : all()) {
      assertEquals(value.isDate() && value.isTime() && value.isTimeZone(), value.isInstant());
      if (!value.isDate() && !value.isNull()) {
        assertThrows(RuntimeException.class, value::asDate);
      }
      if (!value.isDuration() && !value.isNull()) {
        assertThrows(RuntimeException.class, value::asDuration);
      }
    }
    // every day of four years comes back as itself
    Value same = Contexts.run(context, "fn same(d: date) -> date = d").getMember("same");
    for (LocalDate d = LocalDate.of(2023, 1, 1); d.getYear() < 2027; d = d.plusDays(1)) {
      assertEquals(d, same.execute(d).asDate());
    }
    Instant afternoon = Instant.parse("2025-03-04T15:16:17Z");
    assertEquals(afternoon, same.execute(afternoon).asInstant());
  }

  @Test
  void nullIsNull() {
    for (String name : List.of("gone", "later")) {
      Value value = script.getMember(name);
      assertTrue(value.isNull());
      assertEquals(null, value.as(LocalDate.class));
      assertEquals(null, value.as(Object.class));
    }
    assertEquals("never", script.getMember("later").toString());
    assertEquals("missing", script.getMember("gone").toString());
  }

  @Test
  void exceptionsAreObjectsToo() {
    Value failure =
        context.eval(
            "js", "m => { try { m.with({nosuch: 1}); return null; } catch (e) { return e; } }");
    Value thrown = failure.execute(script);
    assertTrue(thrown.isException());
    PolyglotException rethrown = assertThrows(PolyglotException.class, thrown::throwException);
    assertTrue(rethrown.getMessage().contains("E0206"), rethrown.getMessage());
    assertNotNull(rethrown.getSourceLocation());
    assertEquals("error", thrown.getMetaObject().getMetaSimpleName());
    assertTrue(thrown.getMetaObject().isMetaInstance(thrown));
    assertFalse(rethrown.isSyntaxError() || rethrown.isExit() || rethrown.isCancelled());
  }

  @Test
  void javaSeesCollections() {
    assertEquals(2, script.getMember("list").as(List.class).size());
    Map<?, ?> map = script.getMember("record").as(Map.class);
    assertEquals(1.0, ((Number) map.get("a")).doubleValue());
    assertEquals("hello", script.getMember("words").as(String.class));
    assertEquals(true, script.getMember("sure").as(Boolean.class));
    assertEquals(0.341, script.getMember("percent").as(Double.class));
  }

  @Test
  void anotherThreadSeesTheSame() throws Exception {
    AtomicReference<Throwable> wrong = new AtomicReference<>();
    // with a language that takes one thread only, a context does so too
    try (Context own = Contexts.tide()) {
      Value root = Contexts.run(own, SCRIPT);
      Thread other = new Thread(() -> all(root).forEach(Value::toString));
      other.setUncaughtExceptionHandler((thread, e) -> wrong.set(e));
      other.start();
      assertDoesNotThrow(() -> all(root).forEach(Value::toString));
      other.join();
    }
    assertEquals(null, wrong.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m.percent + 1 === 1.341",
        "typeof m.number === 'number' && m.number + m.fraction === 6.1",
        "String(m.price) === '12 USD/GB' && `${m.list}` === '1 USD,2 USD'",
        "m.price.in('USD/TB') === 12000 && m.price.as('USD/TB').unit === 'USD/TB'",
        "m.price.value === 12 && m.price.unit === 'USD/GB'",
        "m.price.dimension === 'money / information'",
        "m.day instanceof Date && m.day.getUTCDate() === 30 && m.day.getUTCMonth() === 5",
        "m.gone === null && m.later === null && m.nosuch === undefined",
        "m.list.length === 2 && m.list.map(x => x.value).join() === '1,2'",
        "[...m.sequence].length === 3 && m.interval.high === 10",
        "m.record.a === 1 && Object.keys(m.record).join() === 'a,b'",
        "JSON.stringify(m.record.b) === '{\"value\":2,\"unit\":\"year\",\"dimension\":\"time\"}'",
        "m.cost({value: 2, unit: 'EB'}).value === 12 && m.cost(2, 3).value === 18",
        "m.hbm(m.hbm.at).in('USD/GB') - 12 < 1e-9 && m.hbm.inverse('5 USD/GB').unit === 'EB'",
        "m.prices[1].usd.value === 12 && m.prices.column('usd')[0].value === 15",
        "m.prices.columns.join() === 'on,usd' && m.prices.rows.length === 2",
        "m.f[1].cost.value === 1 && m.nash.firm(m.f[0]).value.unit.endsWith('USD')",
        "m.nash.quantity('3 EB').value < m.nash.quantity.value || true",
        "m.task > 31 && m.task.median === Number(m.task) && m.task.mean > m.task.median",
        "Math.abs(m.task.quantile(0.05) - 10) < 1e-6 && m.rent.quantile(0.95).unit === 'EUR/hour'",
        "m.task.sample(5).join() === m.task.sample(5, 1).join() && m.rent.sample(3).length === 3",
        "m.with({f: {cost: '2 USD/GB'}}).nash.time.value > m.nash.time.value",
        "m.with({inner: {x: 5}}).inner.x === 5 && m.inner.x === 3",
        "m.with(new Map([['inner.x', 7]])).inner.x === 7 && m.with('inner.x', 8).inner.x === 8",
        "m.with({price: m.nash.price}).price.unit === m.nash.price.unit",
        "m.with({day: new Date(Date.UTC(2030, 0, 1))}).day.year === 2030",
        "m.with({list: ['3 USD', 1, 2].slice(1).map(v => ({value: v, unit: 'USD'}))}).list.length === 2",
        "m.lambda([1, 2]).join() === '2,4'",
        "(() => { try { m.cost(m.price); } catch (e) { return e.message.includes('E0308'); } })()",
        "(() => { 'use strict'; try { m.number = 3; } catch (e) { return e instanceof TypeError; } })()"
      })
  void javaScriptSeesTheSame(String claim) {
    Value holds = context.eval("js", "m => " + claim).execute(script);
    assertTrue(holds.asBoolean(), claim);
  }

  @Test
  void quantitiesWithAUnitAreNoNumbersInJavaScript() {
    context.getBindings("js").putMember("m", script);
    for (String wrong :
        List.of("m.price < m.price", "m.price + m.price", "+m.price", "m.price * 2")) {
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> context.eval("js", wrong), wrong);
      assertTrue(failure.getMessage().contains("E0763"), failure.getMessage());
    }
    assertTrue(context.eval("js", "m.price.in('USD/GB') < 13").asBoolean());
    assertTrue(context.eval("js", "m.percent < 0.35 && m.number + 1 === 7").asBoolean());
    assertEquals("12 USD/GB", context.eval("js", "String(m.price)").asString());
    assertEquals("12 USD/GB!", context.eval("js", "`${m.price}!`").asString());
    assertTrue(context.eval("js", "m.price !== m.time && m.start < new Date()").asBoolean());
  }

  @Test
  void numbersThatAreTooExactAreRounded() {
    context.getBindings("js").putMember("m", script);
    assertEquals(Math.scalb(1.0, 64), context.eval("js", "m.lambda(2n ** 63n + 1n)").asDouble());
    assertEquals(
        Math.scalb(1.0, 64), script.getMember("lambda").execute(Long.MAX_VALUE).asDouble());
  }

  /** Is no truth value and gives one: what the engine's assertions are there to find. */
  @ExportLibrary(InteropLibrary.class)
  static final class Liar implements TruffleObject {
    @ExportMessage
    boolean isBoolean() {
      return false;
    }

    @ExportMessage
    boolean asBoolean() {
      return true;
    }
  }

  @Test
  void theEnginesOwnAssertionsAreOn() {
    Liar liar = new Liar();
    assertThrows(AssertionError.class, () -> InteropLibrary.getUncached(liar).asBoolean(liar));
  }
}
