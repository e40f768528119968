package app;

import org.tidemark.api.Program;
import org.tidemark.api.Tide;

/** A program that has Tide in it; says what it finds of it where it runs. */
public class App {
  public static void main(String[] arguments) throws Exception {
    Tide tide = Tide.builder().build();
    Program program = tide.compile("param r: 1/year = 5 %/year\ndoubling = log(2) / r");
    System.out.println(program.with("r", 2, "%/year").quantity("doubling"));
    System.out.println(tide.plugins().size() + " plugins");
    System.out.println("std.endogenous: " + tide.modules().contains("std.endogenous"));
    System.out.println("E0301: " + tide.describe("E0301").isPresent());
    Program library = tide.compile("import std.endogenous as e\nx = 1");
    System.out.println("sound: " + library.isSound() + " " + library.quantity("x"));
    // draws in parallel, through a compiled formula
    Program sample =
        tide.compile("param a = 1 to 3\nm = sample({ y: a^2 }, draws: 2000, seed: 7).y.mean");
    System.out.println(sample.quantity("m").in("1"));
  }
}
