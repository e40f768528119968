package org.tidemark.spi;

/**
 * The version of this interface for plugins.
 *
 * <p>It has two numbers. What is made for version 1.2 works with 1.2, 1.3 and all later versions
 * that begin with 1: within them, nothing that a plugin calls is taken away, and nothing that a
 * plugin must implement is added. A first number that is higher promises nothing.
 */
public final class Spi {
  /**
   * This version. The Java compiler copies it into the plugin that mentions it, so a plugin whose
   * {@link TidePlugin#spiVersion()} returns it tells what it was compiled against.
   */
  public static final String VERSION = "1.0";

  private Spi() {}
}
