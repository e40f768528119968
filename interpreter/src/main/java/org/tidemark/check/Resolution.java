package org.tidemark.check;

import org.tidemark.spi.type.Type;

/** What a name refers to. */
public sealed interface Resolution {
  /**
   * A local name.
   *
   * @param structures how many structures to climb first
   * @param frames how many frames to climb there
   * @param index the place in the frame
   * @param type what is known of it
   */
  record Local(int structures, int frames, int index, Type type) implements Resolution {}

  /**
   * A member of a structure around.
   *
   * @param structures how many structures to climb
   * @param member the member as it is known where the name is written; a copy may override it
   */
  record OfStructure(int structures, Member member) implements Resolution {}
}
