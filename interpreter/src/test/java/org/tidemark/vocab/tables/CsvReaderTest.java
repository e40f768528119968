package org.tidemark.vocab.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;

class CsvReaderTest {
  private static final Surroundings NOTHING =
      new Surroundings() {
        @Override
        public Optional<Moment> moment() {
          return Optional.empty();
        }

        @Override
        public UnitTable units() {
          return UnitTable.standard();
        }

        @Override
        public String read(String path) {
          return "";
        }

        @Override
        public Optional<String> declared() {
          return Optional.empty();
        }

        @Override
        public void checkpoint() {}
      };

  private static Map<String, Type> schema() {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("year", BasicType.DATE);
    columns.put(
        "price",
        QuantityType.of(UnitExpression.of(UnitTable.standard().find("kUSD").orElseThrow())));
    columns.put("ok", BasicType.BOOL);
    columns.put("note", BasicType.TEXT);
    return columns;
  }

  private static TableValue read(String text) {
    return new CsvReader("p.csv", schema(), NOTHING).read(text);
  }

  private static Problem refused(String text) {
    return assertThrows(Problem.class, () -> read(text));
  }

  @Test
  void readsColumnsByName() {
    TableValue table =
        read("note, extra ,price,ok,year\r\n\"a, \"\"b\"\"\",7,1.5e1,TRUE,2024-07\r\n\r\n,,,,\n");
    assertEquals(List.of("year", "price", "ok", "note"), table.columns());
    assertEquals(1, table.rows().size());
    assertEquals(new DateValue(2024.5), table.column("year").get(0));
    assertEquals(15_000, ((QuantityValue) table.column("price").get(0)).quantity().magnitude());
    assertEquals(BoolValue.TRUE, table.column("ok").get(0));
    assertEquals(new TextValue("a, \"b\""), table.column("note").get(0));
  }

  @Test
  void emptyCellsAreMissing() {
    TableValue table = read("year,price,ok,note\n2024, ,,\n");
    assertEquals(SpecialValue.MISSING, table.column("price").get(0));
    assertEquals(SpecialValue.MISSING, table.column("note").get(0));
  }

  @Test
  void refusesRowsThatAreTooShort() {
    assertEquals("E0704", refused("year,price,ok,note\n2024,3\n").code());
  }

  @Test
  void namesEveryBadCell() {
    Problem problem = refused("year,price,ok,note\nsoon,1,true,\n2024,0x10,maybe,\n2024,NaN,,\n");
    assertEquals("E0704", problem.code());
    assertTrue(problem.getMessage().startsWith("p.csv, line 2, column year: \"soon\" is not"));
    assertTrue(problem.help().get(0).startsWith("also line 3, column price: \"0x10\""));
    assertEquals(4, problem.help().size());
  }

  @Test
  void namesTheFirstTwentyOfManyBadCells() {
    Problem problem = refused("year,price,ok,note\n" + "2024,x,,\n".repeat(50));
    assertEquals("and 30 more", problem.help().get(19));
  }

  @Test
  void refusesRowsThatAreTooLong() {
    assertTrue(
        refused("year,price,ok,note\n2024,1,000,true,x\n")
            .getMessage()
            .contains("line 2 has 5 cells, and the first line names 4"));
  }

  @Test
  void suggestsTheColumnThatWasMeant() {
    Problem problem = refused("year,prize,ok,note\n");
    assertEquals("E0703", problem.code());
    assertEquals("p.csv has no column called price", problem.getMessage());
    assertEquals("did you mean prize?", problem.help().get(0));
  }

  @Test
  void refusesQuotesThatDoNotMatch() {
    assertEquals("E0703", refused("year,price,ok,note\n2024,\"1,true,x\n").code());
    assertEquals("E0703", refused("year,price,ok,note\n2024,\"1\"2,true,x\n").code());
  }
}
