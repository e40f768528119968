package org.tidemark.support;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the program, for tests that look at what they use. */
public final class ProgramClasses {
  /** All of them, tests aside; to read them takes seconds, so it is done once. */
  public static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark");

  private ProgramClasses() {}
}
