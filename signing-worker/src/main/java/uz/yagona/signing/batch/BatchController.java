package uz.yagona.signing.batch;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Progress, pause and resume of batches, for the portal's pages. */
@RestController
@RequestMapping("/signing/batches/{batchKey}")
class BatchController {
  private final Batches batches;

  BatchController(Batches batches) {
    this.batches = batches;
  }

  @GetMapping
  BatchProgress progress(@PathVariable("batchKey") long batchKey) {
    return batches.progress(batchKey).orElseThrow(() -> unknown(batchKey));
  }

  @PostMapping("/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pause(@PathVariable("batchKey") long batchKey) {
    pause(batchKey, true);
  }

  @PostMapping("/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(@PathVariable("batchKey") long batchKey) {
    pause(batchKey, false);
  }

  private void pause(long batchKey, boolean paused) {
    if (!batches.pause(batchKey, paused)) {
      throw unknown(batchKey);
    }
  }

  private static ResponseStatusException unknown(long batchKey) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "Expected batch %d, but there is none".formatted(batchKey));
  }
}
