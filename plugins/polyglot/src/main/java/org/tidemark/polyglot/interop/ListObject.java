package org.tidemark.polyglot.interop;

import java.util.List;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.Value;

/** A list. */
final class ListObject extends ValueObject {
  private final Live live;
  private final ListValue list;
  private final Type type;

  private ListObject(Live live, ListValue list, Type type) {
    this.live = live;
    this.list = list;
    this.type = type;
  }

  ListObject(Live live, List<Value> elements, Type element) {
    this(live, new ListValue(elements), new ListType(element));
  }

  static ListObject of(Live live, ListValue list, Type type) {
    return new ListObject(live, list, type);
  }

  @Override
  TypedValue typed() {
    return new TypedValue(list, type);
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    return "list";
  }

  @Override
  long size() {
    return list.elements().size();
  }

  @Override
  Object element(int index) {
    Value value = list.elements().get(index);
    Type known = type instanceof ListType of ? of.element() : BasicType.UNKNOWN;
    return live.wrap(value, Sorts.orOf(known, value));
  }
}
