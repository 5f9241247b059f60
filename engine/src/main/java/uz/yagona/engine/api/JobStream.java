package uz.yagona.engine.api;

/** An open stream of jobs to one worker. */
public interface JobStream extends AutoCloseable {

  /** The receiver can take jobs again. */
  void ready();

  /** Ends the stream; jobs already handed over keep their lease. */
  @Override
  void close();
}
