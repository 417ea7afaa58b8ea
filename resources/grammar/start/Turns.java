package copydesk;

/**
 * Who is answered next: checks of many files leave a lane free, and begin nothing while a window or one file asks.
 *
 * <p>The server works on four texts at once. Without this, somebody who types waits behind as many texts of a bulk check
 * as the machine has processors.
 */
public final class Turns {
  private static final int MOST_BULK = 3; // of four lanes
  private static final long LONGEST_WAIT = 1_000_000_000L; // nanoseconds, so that steady typing stops no bulk check
  private static final long LOOK = 50; // milliseconds

  private int asking;
  private int bulk;

  /** Returns when this one may begin: at once, unless it is one of many. */
  public synchronized void begin(boolean oneOfMany) {
    if (!oneOfMany) {
      asking++;
      return;
    }
    long began = System.nanoTime();
    try {
      while (bulk >= MOST_BULK || asking > 0 && System.nanoTime() - began < LONGEST_WAIT) {
        wait(LOOK);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    bulk++;
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
