package uz.yagona.workers.registercall;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;

/**
 * Asks the demolition register about a cadastre number. When it stays away for all runs of the job,
 * the model goes on without it and staff check by hand.
 */
@Component("workersRegisterCall")
final class RegisterCallWorker implements JobTask {
  private static final String DEMOLITION = "demolition";
  private static final RetryPolicy RETRIES =
      new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(30));

  private final DemolitionRegister register;

  RegisterCallWorker(DemolitionRegister register) {
    this.register = register;
  }

  @Override
  public String type() {
    return "register-call";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId", "cadastreNo");
  }

  @Override
  public RetryPolicy retryPolicy() {
    return RETRIES;
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var name = job.header("register");
    if (!name.equals(DEMOLITION)) {
      throw JobException.permanent(
          "Expected header 'register' to be '%s', but it is '%s'".formatted(DEMOLITION, name));
    }
    var cadastreNo = job.optionalText("cadastreNo");
    if (cadastreNo == null) {
      throw new BpmnErrorException(
          "NOT_FOUND", "Expected a cadastre number to ask for, but the request has an address");
    }
    return Map.of("registerStatus", "OK", "registerResult", entry(job, cadastreNo).variables());
  }

  private DemolitionEntry entry(JobContext job, String cadastreNo) {
    try {
      return register
          .find(cadastreNo)
          .orElseThrow(
              () ->
                  new BpmnErrorException(
                      "NOT_FOUND", "Expected the register to know the object, but it does not"));
    } catch (JobException e) {
      if (job.isLastAttempt() && e.isRetryable()) {
        throw new BpmnErrorException("REGISTER_DOWN", String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
