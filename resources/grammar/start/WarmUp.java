package copydesk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import morfologik.stemming.Dictionary;
import org.languagetool.AnalyzedToken;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.UserConfig;
import org.languagetool.rules.AbstractCompoundRule;
import org.languagetool.rules.Rule;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.languagetool.synthesis.Synthesizer;

/**
 * Reads what the first text of a language needs, rules on one thread and words on another, before it comes.
 *
 * <p>LanguageTool reads all of it one after the other when the first text has come, and keeps it in the language and in
 * caches of its classes. Here the same is asked for by its public methods, so that the first text finds it there. What a
 * thread cannot read is left to the first text, which then tells why.
 */
public final class WarmUp {
  private static final int LONGEST_WAIT = 60; // seconds
  private static final String SENTENCE = "The two councillors have told reporters that a new bridge would be open.";

  private final Language language;
  private final KeptLists lists;
  private final CountDownLatch left = new CountDownLatch(2);
  private Map<String, Dictionary> made = Map.of(); // known to the thread of the words alone

  /** Lists of words are kept in {@code folder}, nowhere where it is null. */
  public WarmUp(Language language, Path folder) {
    this.language = language;
    lists = folder == null ? null : new KeptLists(folder, language.getShortCodeWithCountryAndVariant());
  }

  /** Begins, and returns at once. */
  public void begin() {
    start("copydesk-rules", () -> countedDown(this::readRules));
    start("copydesk-words", this::readWordsAndKeepThem);
  }

  /** Returns once all is read, or when that takes so long that the text had better try by itself. */
  public void await() {
    try {
      left.await(LONGEST_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void readRules() {
    JLanguageTool tool = new JLanguageTool(language, List.of(), null, null, null, new UserConfig());
    for (Rule rule : tool.getAllRules()) {
      if (rule instanceof AbstractCompoundRule compounds) {
        compounds.getCompoundRuleData();
      }
    }
  }

  private void readWordsAndKeepThem() {
    countedDown(this::readWords);
    if (!made.isEmpty()) {
      await();
      Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
      keep();
    }
  }

  private void readWords() throws Exception {
    boolean kept = lists == null || lists.handOver();
    readSpelling();
    if (!kept) {
      made = KeptLists.madeSoFar();
    }
    readSentence();
    language.getMultitokenSpeller(); // names of several words, and what they are misspelt as
  }

  private void keep() {
    try {
      lists.write(made);
    } catch (IOException | RuntimeException full) {
      System.out.println("The lists of words could not be kept: " + full);
    }
  }

  private void readSpelling() throws Exception {
    SpellingCheckRule rule = language.getDefaultSpellingRule();
    if (rule != null) {
      rule.isMisspelled("teh");
    }
  }

  /** Reads what takes texts and sentences apart: a LanguageTool without rules reads no more than that. */
  private void readSentence() throws Exception {
    language.getSentenceTokenizer().tokenize(SENTENCE);
    new JLanguageTool(language, List.of(), null, null, null, new UserConfig(), false, false, List.of())
        .getAnalyzedSentence(SENTENCE);
    Synthesizer synthesizer = language.getSynthesizer();
    if (synthesizer != null) {
      synthesizer.synthesize(new AnalyzedToken("is", "VBZ", "be"), "VBD");
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private void countedDown(Step step) {
    try {
      step.run();
    } catch (Exception | LinkageError failed) {
      System.out.println("Not read at the start: " + failed);
    } finally {
      left.countDown();
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
