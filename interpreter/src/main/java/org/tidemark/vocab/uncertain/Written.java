package org.tidemark.vocab.uncertain;

import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/**
 * How a distribution was declared.
 *
 * @param function the constructor's name
 * @param arguments the constructor's arguments in order
 */
record Written(String function, List<Part> arguments) {
  /**
   * One argument.
   *
   * @param magnitude in base units
   * @param pure whether it is a number whatever the unit of the others
   */
  record Part(double magnitude, boolean pure) {}

  static Part quantity(double magnitude) {
    return new Part(magnitude, false);
  }

  static Part pure(double number) {
    return new Part(number, true);
  }

  static Written of(String function, Part... arguments) {
    return new Written(function, List.of(arguments));
  }

  String text(UnitExpression unit) {
    StringBuilder text = new StringBuilder(function).append('(');
    for (int i = 0; i < arguments.size(); i++) {
      Part part = arguments.get(i);
      text.append(i == 0 ? "" : ", ")
          .append(
              part.pure()
                  ? NumberText.sensible(part.magnitude())
                  : new Quantity(part.magnitude(), unit).text());
    }
    return text.append(')').toString();
  }
}
