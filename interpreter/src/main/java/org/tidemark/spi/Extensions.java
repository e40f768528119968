package org.tidemark.spi;

import java.util.List;
import java.util.Optional;

/** What plugins add that functions look up by name while they check a call or run. */
public interface Extensions {
  /** Without anything. */
  Extensions NONE =
      new Extensions() {
        @Override
        public Optional<FitFormSpec> fitForm(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<OptimumMethod> optimumMethod(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<TableReader> reader(String ending) {
          return Optional.empty();
        }

        @Override
        public List<String> names(Class<?> sort) {
          return List.of();
        }
      };

  /** The form of a fit. */
  Optional<FitFormSpec> fitForm(String name);

  /** The method of a search. */
  Optional<OptimumMethod> optimumMethod(String name);

  /** What reads files of an ending. */
  Optional<TableReader> reader(String ending);

  /** The names, or endings, of all of one of these sorts. */
  List<String> names(Class<?> sort);
}
