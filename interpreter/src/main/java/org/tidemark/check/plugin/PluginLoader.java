package org.tidemark.check.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The classes of one plugin. It goes to its own jars first, so that what it brings along clashes
 * neither with another plugin's nor with Tidemark's; only Java itself and Tidemark's own classes
 * come from above, or else a plugin would not implement the same interfaces.
 */
public final class PluginLoader extends URLClassLoader {
  private static final String PREFIX = "tide plugin ";

  static {
    registerAsParallelCapable();
  }

  PluginLoader(String name, URL[] jars, ClassLoader above) {
    super(PREFIX.concat(name), jars, above);
  }

  /** The folder or jar that a loader of a name was made for; null where it is another's. */
  static String plugin(String loaderName) {
    return loaderName != null && loaderName.startsWith(PREFIX)
        ? loaderName.substring(PREFIX.length())
        : null;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        found = isFromAbove(name) ? above(name) : own(name);
      }
      if (resolve) {
        resolveClass(found);
      }
      return found;
    }
  }

  private static boolean isFromAbove(String name) {
    return name.startsWith("java.") || name.startsWith("org.tidemark.");
  }

  private Class<?> above(String name) throws ClassNotFoundException {
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException notThere) {
      return findClass(name);
    }
  }

  private Class<?> own(String name) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException notHere) {
      return getParent().loadClass(name);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : getParent().getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Set<URL> all = new LinkedHashSet<>(Collections.list(findResources(name)));
    all.addAll(Collections.list(getParent().getResources(name)));
    return Collections.enumeration(all);
  }
}
