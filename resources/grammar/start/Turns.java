package copydesk;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Who is answered next: checks of many files leave a lane free, and begin nothing while a window or one file asks.
 *
 * <p>The server works on four texts at once. Without this, somebody who types waits behind as many texts of a bulk check
 * as the machine has processors. Among themselves the texts of many files come in the order in which they were sent.
 */
public final class Turns {
  private static final int MOST_BULK = 3; // of four lanes
  private static final long LONGEST_FOR_OTHERS = 1_000_000_000L; // nanoseconds; steady typing stops no bulk check
  private static final long LONGEST_WAIT = 30_000_000_000L; // what the other side allows for: TURN_SECONDS in limits.py
  private static final long LOOK = 50; // milliseconds

  private final Queue<Object> waiting = new ArrayDeque<>();
  private int asking;
  private int bulk;

  /** Returns when this one may begin: at once, unless it is one of many. */
  public synchronized void begin(boolean oneOfMany) {
    if (!oneOfMany) {
      asking++;
      return;
    }
    Object place = new Object();
    long began = System.nanoTime();
    waiting.add(place);
    try {
      while (!mayBegin(place, System.nanoTime() - began)) {
        wait(LOOK);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    waiting.remove(place);
    bulk++;
    notifyAll();
  }

  private boolean mayBegin(Object place, long waited) {
    return waited >= LONGEST_WAIT
        || waiting.peek() == place && bulk < MOST_BULK && (asking == 0 || waited >= LONGEST_FOR_OTHERS);
  }

  /** Lets the next one begin. */
  public synchronized void end(boolean oneOfMany) {
    if (oneOfMany) {
      bulk--;
    } else {
      asking--;
    }
    notifyAll();
  }
}
