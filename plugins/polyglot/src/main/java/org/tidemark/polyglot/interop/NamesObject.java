package org.tidemark.polyglot.interop;

import java.util.List;

/** Texts in order, such as the names of an object's members. */
final class NamesObject extends TideObject {
  private final List<String> names;

  NamesObject(List<String> names) {
    this.names = names;
  }

  @Override
  String kind() {
    return "list";
  }

  @Override
  String text() {
    return names.toString();
  }

  @Override
  long size() {
    return names.size();
  }

  @Override
  Object element(int index) {
    return names.get(index);
  }
}
