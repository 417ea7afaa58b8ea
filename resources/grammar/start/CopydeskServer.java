package org.languagetool.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import copydesk.Turns;
import copydesk.WarmUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.languagetool.Languages;

/**
 * LanguageTool's own server with all its switches, which reads rules and words side by side before the first text comes.
 *
 * <p>It stands in LanguageTool's package because what its server is made of can be seen there alone. {@code
 * -Dcopydesk.language} names the language to read first, {@code -Dcopydesk.kept} a folder for what need not be made
 * twice; without the first it is LanguageTool's server and nothing else.
 */
public final class CopydeskServer extends HTTPServer {
  private static final String ONE_OF_MANY = "Copydesk-One-Of-Many";
  private static final int MOST_BYTES = 131_072; // of a question; 6,000 code points, the most we send, have 72,000
  private static final int MOST_LINES = 256; // 33 MB of questions that are still on their way, a fifteenth of the heap
  private static final int IDLE_SECONDS = 30; // of a thread
  private static final int TOO_LARGE = 413;

  private CopydeskServer(HTTPServerConfig config, WarmUp warmUp) {
    super(config, false, HTTPServerConfig.DEFAULT_HOST, DEFAULT_ALLOWED_IPS);
    server.setExecutor(threads());
    if (warmUp != null) {
      server.createContext("/v2/check", httpHandler).getFilters().add(new Gate(warmUp));
    }
  }

  /**
   * Returns a thread for each line that sends or waits, made when it is needed and gone when it is not.
   *
   * <p>LanguageTool has a fixed number of them, and so many questions sent by halves kept everybody else out until Java
   * closed their lines (sun.net.httpserver.maxReqTime). Who comes when all are taken is not let in.
   */
  private static ThreadPoolExecutor threads() {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        0, MOST_LINES, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
          Thread thread = new Thread(work, "copydesk-line-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Holds texts back until all is read and it is their turn. Other questions are answered at once.
   *
   * <p>Nobody takes a turn before the whole question has come: one that is sent by halves would hold it. Java closes such
   * a line after a while (sun.net.httpserver.maxReqTime).
   */
  private static final class Gate extends Filter {
    private final WarmUp warmUp;
    private final Turns turns = new Turns();

    Gate(WarmUp warmUp) {
      this.warmUp = warmUp;
    }

    @Override
    public String description() {
      return "waits until rules and words are read, and for its turn";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      byte[] question = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (question.length > MOST_BYTES) {
        exchange.sendResponseHeaders(TOO_LARGE, -1);
        exchange.close();
        return;
      }
      exchange.setStreams(new ByteArrayInputStream(question), null);
      warmUp.await();
      boolean oneOfMany = exchange.getRequestHeaders().containsKey(ONE_OF_MANY);
      turns.begin(oneOfMany);
      try {
        chain.doFilter(exchange);
      } finally {
        turns.end(oneOfMany);
      }
    }
  }

  private static WarmUp warmUp() {
    String code = System.getProperty("copydesk.language", "");
    if (code.isEmpty() || !Languages.isLanguageSupported(code)) {
      return null;
    }
    String folder = System.getProperty("copydesk.kept");
    WarmUp warmUp = new WarmUp(Languages.getLanguageForShortCode(code), folder == null ? null : Path.of(folder));
    warmUp.begin();
    return warmUp;
  }

  /** Does what LanguageTool's own does, with the same arguments. */
  public static void main(String[] args) {
    HTTPServerConfig config = new HTTPServerConfig(args);
    WarmUp warmUp = warmUp();
    DatabaseAccess.init(config);
    try {
      checkForNonRootUser();
      new CopydeskServer(config, warmUp).run();
    } catch (Exception e) {
      throw new RuntimeException(
          "Could not start LanguageTool HTTP server on port " + config.getPort(), e);
    }
  }
}
