package uz.yagona.gateway.conformance;

import io.camunda.client.CamundaClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The official client, which lets a search wait until it shows what was sent before. */
final class ConsistentClient {
  private ConsistentClient() {}

  static CamundaClient of(CamundaClient client, Markers markers) {
    return (CamundaClient)
        Proxy.newProxyInstance(
            ConsistentClient.class.getClassLoader(),
            new Class<?>[] {CamundaClient.class},
            (proxy, method, arguments) -> {
              var name = method.getName();
              if (name.endsWith("Request") || name.equals("newActivateJobsCommand")) {
                markers.await();
              }
              if (name.endsWith("Command")) {
                markers.dirty();
              }
              if (name.equals("newPublishMessageCommand")) {
                markers.published();
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
