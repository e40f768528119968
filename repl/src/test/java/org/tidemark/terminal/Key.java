package org.tidemark.terminal;

/** Keys and what terminals send for them. */
enum Key {
  ENTER("\r"),
  TAB("\t"),
  BACKSPACE("\u007f"),
  UP("\u001bOA"),
  DOWN("\u001bOB"),
  LEFT("\u001b[D"),
  RIGHT("\u001bOC"),
  SHIFT_TAB("\u001b[Z"),
  CTRL_A("\u0001"),
  CTRL_C("\u0003"),
  CTRL_D("\u0004"),
  CTRL_E("\u0005"),
  CTRL_G("\u0007"),
  CTRL_R("\u0012"),
  CTRL_U("\u0015"),
  CTRL_Z("\u001a");

  private final String sequence;

  Key(String sequence) {
    this.sequence = sequence;
  }

  String sequence() {
    return sequence;
  }
}
