import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;

/**
 * A job of the kind that Spark runs: the task is sent to other machines as bytes. What travels is
 * the text of the script; each machine compiles it once, when its first row comes.
 */
public class PartitionedJob {
  /** What is sent. Programs are not serialisable, and need not be. */
  record Task(String script, String question, String unit) implements Serializable {
    private static final Tide TIDE = Tide.builder().build();
    private static final ConcurrentHashMap<String, Program> PROGRAMS = new ConcurrentHashMap<>();

    List<Double> call(List<Double> rates) {
      Program program = PROGRAMS.computeIfAbsent(script, TIDE::compile);
      List<Double> answers = new ArrayList<>();
      for (double rate : rates) {
        answers.add(program.with("r", rate, "%/year").quantity(question).in(unit));
      }
      return answers;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Task task =
        new Task("param r: 1/year = 5 %/year\nvalue = 100 USD * exp(-r * 10 year)", "value", "USD");
    byte[] sent = bytes(task);
    // with Spark: rdd.mapPartitions(rows -> task.call(list(rows)).iterator())
    List<List<Double>> partitions = List.of(List.of(1.0, 2.0), List.of(3.0), List.of(4.0, 5.0));
    partitions.parallelStream()
        .map(partition -> received(sent).call(partition))
        .toList()
        .forEach(
            answers ->
                answers.forEach(
                    answer -> System.out.println(String.format(Locale.ROOT, "%.6f", answer))));
  }

  private static byte[] bytes(Task task) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(task);
    }
    return bytes.toByteArray();
  }

  private static Task received(byte[] sent) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent))) {
      return (Task) in.readObject();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
