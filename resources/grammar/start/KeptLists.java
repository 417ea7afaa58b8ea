package copydesk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import morfologik.fsa.builders.CFSA2Serializer;
import morfologik.stemming.Dictionary;
import org.languagetool.JLanguageTool;
import org.languagetool.rules.spelling.morfologik.MorfologikMultiSpeller;

/**
 * The automaton that LanguageTool makes of its plain lists of words at every start, kept as a file.
 *
 * <p>Making it takes a sixth of a start. The file lies in the folder of an engine made ready, whose name is a digest of
 * every jar, so it belongs to the lists it was made of; a sum at its beginning says that it is whole. LanguageTool has
 * no way in for a ready automaton, so its own cache is reached by reflection; where that cannot be reached, or the file
 * is missing or damaged, LanguageTool makes the automaton as ever.
 */
final class KeptLists {
  private static final byte[] MAGIC = "copydesk lists 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM = 8;

  private final Path file;

  KeptLists(Path folder, String language) {
    file = folder.resolve("spelling-" + language + ".lists");
  }

  /** Hands the kept automatons to LanguageTool; returns whether there were any. */
  boolean handOver() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      made().putAll(read(Files.readAllBytes(file)));
      return true;
    } catch (IOException | ReflectiveOperationException | RuntimeException broken) {
      Files.deleteIfExists(file);
      return false;
    }
  }

  /** Returns what LanguageTool has made since it started, to be written once nobody waits any more. */
  static Map<String, Dictionary> madeSoFar() throws ReflectiveOperationException {
    return new LinkedHashMap<>(made());
  }

  /** Writes the file, whole or not at all. */
  void write(Map<String, Dictionary> dictionaries) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeInt(dictionaries.size());
    for (Map.Entry<String, Dictionary> one : dictionaries.entrySet()) {
      byte[] automaton = new CFSA2Serializer().serialize(one.getValue().fsa, new ByteArrayOutputStream()).toByteArray();
      out.writeUTF(one.getKey());
      out.writeInt(automaton.length);
      out.write(automaton);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(MAGIC);
    new DataOutputStream(whole).writeLong(sumOf(body.toByteArray(), 0));
    body.writeTo(whole);
    Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    try {
      Files.write(part, whole.toByteArray());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Map<String, Dictionary> read(byte[] whole) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole));
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC) || in.readLong() != sumOf(whole, MAGIC.length + SUM)) {
      throw new IOException("damaged");
    }
    Map<String, Dictionary> found = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = in.readUTF();
      byte[] automaton = in.readNBytes(in.readInt());
      String about = key.substring(key.lastIndexOf('|') + 1);
      try (InputStream metadata = JLanguageTool.getDataBroker().getFromResourceDirAsStream(about)) {
        found.put(key, Dictionary.read(new ByteArrayInputStream(automaton), metadata));
      }
    }
    return found;
  }

  private static long sumOf(byte[] content, int from) {
    CRC32 sum = new CRC32();
    sum.update(content, from, content.length - from);
    return sum.getValue();
  }

  /** Returns LanguageTool's own cache, from the paths of lists and dictionary to the automaton made of the lists. */
  @SuppressWarnings("unchecked")
  private static Map<String, Dictionary> made() throws ReflectiveOperationException {
    Field cache = MorfologikMultiSpeller.class.getDeclaredField("dicPathToDict");
    cache.setAccessible(true);
    return (Map<String, Dictionary>) cache.get(null);
  }
}
