package uz.yagona.signing.document;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.signing.pki.TrustedTime;

/** Keeps files in the rows of {@code signing.document_content}. */
@Component
class DatabaseContentStore implements ContentStore {
  private final ContentRepository contents;
  private final TrustedTime time;

  DatabaseContentStore(ContentRepository contents, TrustedTime time) {
    this.contents = contents;
    this.time = time;
  }

  @Override
  public void put(String sha256, byte[] content) {
    contents.add(sha256, content, time.now());
  }

  @Override
  public Optional<byte[]> find(String sha256) {
    return contents.find(sha256);
  }

  @Override
  public void remove(Collection<String> digests) {
    contents.empty(digests);
  }
}
