package org.tidemark.spi.value;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Evidence;

/** A number that a source reports, set against what the model computes. */
public interface ClaimValue extends ObjectValue {
  /** What came of the comparison. */
  enum Verdict {
    /** The computed value lies within the tolerance. */
    REPRODUCED("reproduced"),
    /** It does not. */
    CONTRADICTED("contradicted"),
    /** Some readings of what is claimed agree with the report and some do not. */
    AMBIGUOUS("ambiguous"),
    /** It cannot be computed. */
    NOT_REPRODUCIBLE("not reproducible");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word for reports. */
    public String word() {
      return word;
    }
  }

  /** How a report is meant. */
  enum Side {
    /** As it stands. */
    AS_REPORTED(""),
    /** So much or more. */
    AT_LEAST("≥ "),
    /** So much or less. */
    AT_MOST("≤ ");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    /** What stands before the number, with its space; empty where it is meant as it stands. */
    public String sign() {
      return sign;
    }
  }

  /**
   * One way to read what is claimed.
   *
   * @param name of the reading
   * @param computed by the model; {@code missing} where it cannot be computed
   * @param difference computed minus reported
   * @param verdict on this reading alone, never {@link Verdict#AMBIGUOUS}
   * @param needs the inputs for lack of which it cannot be computed
   * @param refusal why the model refuses to compute it
   */
  record Reading(
      String name,
      Value computed,
      Value difference,
      Verdict verdict,
      List<Evidence.Missing> needs,
      Optional<String> refusal) {
    /** Copies its list. */
    public Reading {
      needs = List.copyOf(needs);
    }
  }

  /** What is claimed, in words. */
  String title();

  /** The reported value. */
  Value reported();

  /** Whether the report is a bound. */
  Side side();

  /** The computed value; a record of them where there are several readings. */
  Value computed();

  /** Computed minus reported, with its unit; a record where there are several readings. */
  Value difference();

  /**
   * By how much the two may differ and still agree, with its unit: what the claim says, else half a
   * unit of the last digit that is reported, and 0 for a bound. Absent for truth values, texts,
   * lists and {@code never}.
   */
  Optional<Quantity> allowed();

  /** Whether the two agree. */
  Verdict verdict();

  /** The readings; empty where there is only one, which has no name. */
  List<Reading> readings();

  /** The inputs for lack of which it, or one of its readings, cannot be computed. */
  List<Evidence.Missing> needs();

  /** Why the model refuses to compute it. */
  Optional<String> refusal();

  /** The rows of an inventory of the sources that it checks. */
  List<String> rows();

  /** Which known inconsistency it belongs to. */
  Optional<String> item();

  /** What else there is to say. */
  Optional<String> remark();

  /** Where the report stands; empty where nobody says. */
  String source();
}
