package uz.yagona.signing.document;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RestController;

/** Upkeep of the store of files, for operators. */
@RestController
class StorageController {
  private final Documents documents;

  StorageController(Documents documents) {
    this.documents = documents;
  }

  record Removed(int objects) {}

  /** Removes what interrupted work left in the bucket; signing waits meanwhile. */
  @DeleteMapping("/signing/storage/orphans")
  Removed removeOrphans() {
    return new Removed(documents.removeOrphans());
  }
}
