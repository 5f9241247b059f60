package uz.yagona.bench;

/** One kind of work, with its own preparation and its own result lines. */
interface Workload {
  void run(Target target, Options options) throws Exception;
}
