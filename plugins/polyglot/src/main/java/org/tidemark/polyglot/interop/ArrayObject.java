package org.tidemark.polyglot.interop;

import java.util.List;

/** Objects in order. */
final class ArrayObject extends TideObject {
  private final List<? extends TideObject> elements;

  ArrayObject(List<? extends TideObject> elements) {
    this.elements = elements;
  }

  @Override
  String kind() {
    return "list";
  }

  @Override
  String text() {
    return elements.stream().map(TideObject::text).toList().toString();
  }

  @Override
  long size() {
    return elements.size();
  }

  @Override
  Object element(int index) {
    return elements.get(index);
  }
}
