package org.tidemark.check.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.spi.Spi;

/** Which plugins go with this version of the interface for plugins. */
final class SpiVersions {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\..*)?");
  private static final String FIRST = "1.0";

  private SpiVersions() {}

  /** What is said in place of nothing. */
  static String orFirst(String version) {
    return version == null || version.isBlank() ? FIRST : version.strip();
  }

  /** Why a plugin made for a version does not go with this one; null where it does. */
  static String objection(String version) {
    Matcher theirs = VERSION.matcher(version);
    if (!theirs.matches()) {
      return "its SPI version is " + version + ", and a version looks like " + Spi.VERSION;
    }
    Matcher ours = VERSION.matcher(Spi.VERSION);
    if (!ours.matches()) {
      throw new IllegalStateException(Spi.VERSION);
    }
    int major = Integer.compare(number(theirs, 1), number(ours, 1));
    if (major < 0) {
      return made(version, "ask its makers for a newer one");
    }
    if (major > 0 || number(theirs, 2) > number(ours, 2)) {
      return made(version, "it needs a newer Tidemark");
    }
    return null;
  }

  private static String made(String version, String cure) {
    return "it is made for SPI " + version + ", and this is " + Spi.VERSION + "; " + cure;
  }

  private static int number(Matcher version, int group) {
    return Integer.parseInt(version.group(group));
  }
}
