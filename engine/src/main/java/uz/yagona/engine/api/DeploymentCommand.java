package uz.yagona.engine.api;

import java.util.List;

/** Commands on deployed resources. */
public sealed interface DeploymentCommand<R> extends Command<R> {

  /**
   * Deploys BPMN, DMN, forms and other files together; unchanged ones keep their version.
   *
   * <p>Rejected: INVALID_ARGUMENT with one line per fault of the files.
   */
  record DeployResources(List<DeployedFile> files) implements DeploymentCommand<Deployment> {
    @Override
    public long volume() {
      return files.stream().mapToLong(file -> file.content().length).sum();
    }
  }

  /**
   * Deletes a definition, form or resource: running instances go on, new ones are not started.
   *
   * <p>Rejected: NOT_FOUND.
   */
  record DeleteResource(long resourceKey) implements DeploymentCommand<Done> {}

  /** One file; the kind follows from the end of its name. */
  @SuppressWarnings("ArrayRecordComponent")
  record DeployedFile(String name, byte[] content) {}
}
