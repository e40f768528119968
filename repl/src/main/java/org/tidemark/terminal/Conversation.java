package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Exported;
import org.tidemark.render.progress.ProgressDisplay;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/**
 * A session and the thread on which it evaluates. Whoever reads waits meanwhile, and can have what
 * runs stopped. The session is made on that thread too, while the first prompt is drawn.
 */
final class Conversation {
  /** What an evaluation says that was ended from outside. */
  private static final String STOPPED = "E0516";

  /** How often it is looked whether what runs is to stop, in milliseconds. */
  private static final long PATIENCE = 50;

  private final Streams streams;
  private final Function<List<Exported>, List<Diagnostic>> exports;
  private final Consumer<Throwable> bugs;
  private final ExecutorService evaluation =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "evaluation");
            thread.setDaemon(true);
            return thread;
          });
  private final CompletableFuture<Session> session;
  private volatile boolean running;
  private volatile boolean stopping;
  private volatile boolean unheard;
  private Waiting waiting;

  Conversation(
      Supplier<Session> sessions,
      Streams streams,
      Function<List<Exported>, List<Diagnostic>> exports,
      Consumer<Throwable> bugs) {
    this.streams = streams;
    this.exports = exports;
    this.bugs = bugs;
    this.session = CompletableFuture.supplyAsync(sessions, evaluation);
  }

  /** The session, waited for where it is still being made. Nothing may run meanwhile. */
  Session session() {
    return session.join();
  }

  /** Shows from now on how far long work has come. Called before anything is asked. */
  void tell(ProgressDisplay display) {
    Waiting told = new Waiting(display);
    waiting = told;
    session.thenAccept(made -> made.tell(told));
  }

  /** Whether something is being evaluated. */
  boolean isRunning() {
    return running;
  }

  /** Whether the session is made, so that nobody has to wait for it. */
  boolean isReady() {
    return session.isDone();
  }

  /** Runs something once the session is made, at once where it is. */
  void whenReady(Runnable then) {
    session.thenRun(then);
  }

  /**
   * Answers what was typed or pasted and shows the answers.
   *
   * @return whether the conversation goes on
   */
  boolean answer(String typed, AnswerText text) {
    stopping = false;
    for (String one : Entries.apart(typed)) {
      if (!answerOne(one, text)) {
        return false;
      }
      if (stopping) {
        break;
      }
    }
    return true;
  }

  /** Ends what is being evaluated; for another thread. Without effect where nothing is. */
  void stop() {
    if (running) {
      stopping = true;
      // it may not have begun yet when it is told to stop
      unheard = !session().interrupt();
    }
  }

  private boolean answerOne(String entry, AnswerText text) {
    Function<Session, Answer> question =
        Entries.isCommand(entry) ? s -> s.obey(entry.strip()) : s -> s.evaluate(entry);
    Answer answer;
    running = true;
    unheard = false;
    try {
      answer = await(evaluation.submit(() -> question.apply(session.join())));
    } catch (ExecutionException failure) {
      bugs.accept(failure.getCause());
      return true;
    } finally {
      running = false;
      if (waiting != null) {
        waiting.close();
      }
    }
    show(answer, text);
    return !answer.leaves();
  }

  /** Waits to the end, for a session takes one question at a time. */
  private Answer await(Future<Answer> answer) throws ExecutionException {
    while (true) {
      try {
        return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
      } catch (InterruptedException pressed) {
        stop();
      } catch (TimeoutException stillRunning) {
        if (unheard) {
          stop();
        }
      }
    }
  }

  private void show(Answer answer, AnswerText text) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Exported> files = new ArrayList<>();
    for (Part part : answer.parts()) {
      if (part instanceof Part.Problem problem) {
        if (problem.diagnostic().code().equals(STOPPED)) {
          streams.say(problem.diagnostic().message());
        } else {
          problems.add(problem.diagnostic());
        }
      } else if (part instanceof Part.Export export) {
        files.add(export.exported());
      } else {
        text.show(part);
      }
    }
    problems.addAll(exports.apply(files));
    streams.report(problems);
  }
}
