package uz.yagona.workers.registercall;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.yagona.client.JobException;
import uz.yagona.workers.WorkersProperties;
import uz.yagona.workers.simulator.RegisterSimulator;

/**
 * The demolition register over HTTP: the real one when its address is given, else the simulator.
 */
@Component("workersDemolitionRegister")
final class DemolitionRegister {
  private final RestClient http;
  private final Supplier<URI> address;

  DemolitionRegister(WorkersProperties properties, RegisterSimulator simulator) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(properties.workers().connectTimeout()).build());
    factory.setReadTimeout(properties.workers().readTimeout());
    this.http = RestClient.builder().requestFactory(factory).build();
    var url = properties.register().url();
    this.address = url == null ? simulator::address : () -> url;
  }

  /** The entry of an object; empty when the register does not know it. */
  Optional<DemolitionEntry> find(String cadastreNo) {
    try {
      return http.get()
          .uri(address.get() + "/demolition/objects/{cadastreNo}", cadastreNo)
          .accept(MediaType.APPLICATION_JSON)
          .exchangeForRequiredValue(
              (request, response) -> {
                var status = response.getStatusCode();
                if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
                  return Optional.empty();
                }
                if (status.isError()) {
                  throw JobException.temporary(
                      "Expected the register to answer, but its status is " + status.value());
                }
                return Optional.ofNullable(response.bodyTo(DemolitionEntry.class));
              });
    } catch (RestClientException e) {
      throw JobException.temporary("Expected the register to answer, but it cannot be reached", e);
    }
  }
}
