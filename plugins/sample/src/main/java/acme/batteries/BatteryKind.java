package acme.batteries;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** {@code battery home { energy = 10 kWh; price = 300 USD/kWh; life = 6 kilocycle }}. */
final class BatteryKind implements Kind {
  @Override
  public String name() {
    return "battery";
  }

  @Override
  public String doc() {
    return "A battery: how much it holds, what that costs, how long it lasts.";
  }

  @Override
  public List<FieldSpec> fields() {
    return List.of(
        FieldSpec.required(
            "energy", Accept.dimension("an energy", Types.dimension("kWh")), "what it holds"),
        FieldSpec.required("price", Accept.QUANTITY, "what it costs, for each unit of energy"),
        FieldSpec.required("life", Accept.QUANTITY, "how often it can be charged"));
  }

  @Override
  public Header header() {
    return Header.fields();
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    return ObjectType.named("battery")
        .member("energy", declaration.quantity("energy"))
        .member("price", declaration.quantity("price"))
        .member("life", declaration.quantity("life"))
        .member("cost", declaration.quantity("price").times(declaration.quantity("energy")))
        .build();
  }

  @Override
  public Value create(DeclaredFields fields) {
    Quantity energy = fields.quantity("energy").orElseThrow();
    if (!(energy.magnitude() > 0)) {
      throw Problem.of("BAT1", "a battery holds something, and this holds " + energy.text())
          .withHelp("tide explain BAT1")
          .about("energy");
    }
    return new Battery(
        fields.name(),
        energy,
        fields.quantity("price").orElseThrow(),
        fields.quantity("life").orElseThrow());
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        "battery home { energy = 10 kWh; price = 300 USD/kWh; life = 6 kilocycle }\n"
            + "show home.cost");
  }

  /** What scripts see of a battery. */
  private record Battery(String name, Quantity energy, Quantity price, Quantity life)
      implements ObjectValue {
    @Override
    public Value member(String member) {
      return switch (member) {
        case "energy" -> new QuantityValue(energy);
        case "price" -> new QuantityValue(price);
        case "life" -> new QuantityValue(life);
        default ->
            new QuantityValue(
                new Quantity(
                    price.magnitude() * energy.magnitude(),
                    UnitExpression.ofProduct(price.unit(), energy.unit())));
      };
    }

    @Override
    public String describe() {
      return "a battery";
    }

    @Override
    public String summary() {
      return "a battery of " + energy.text();
    }
  }
}
