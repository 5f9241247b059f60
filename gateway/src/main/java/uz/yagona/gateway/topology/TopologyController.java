package uz.yagona.gateway.topology;

import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.LicenseResponse;
import io.camunda.client.protocol.rest.Partition;
import io.camunda.client.protocol.rest.TopologyResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.gateway.access.OpenToCallers;

/** Shows this node as a cluster of one broker with one partition. */
@OpenToCallers
@RestController("gatewayTopologyController")
@RequestMapping("/v2")
final class TopologyController {
  static final String CLUSTER_ID = "yagona";
  private static final int PARTITION = 1;

  private final Engine engine;
  private final ClusterChanges changes;

  TopologyController(Engine engine, ClusterChanges changes) {
    this.engine = engine;
    this.changes = changes;
  }

  @GetMapping("/topology")
  TopologyResponse topology() {
    var node = engine.topology();
    var partition =
        new Partition()
            .partitionId(PARTITION)
            .role(node.active() ? Partition.RoleEnum.LEADER : Partition.RoleEnum.FOLLOWER)
            .health(Partition.HealthEnum.HEALTHY);
    var broker =
        new BrokerInfo()
            .nodeId(0)
            .host(node.nodeName())
            .port(0)
            .version(node.version())
            .partitions(List.of(partition));
    return new TopologyResponse()
        .brokers(List.of(broker))
        .clusterId(CLUSTER_ID)
        .clusterSize(1)
        .partitionsCount(1)
        .replicationFactor(1)
        .gatewayVersion(node.version())
        .lastCompletedChangeId(Long.toString(changes.last()));
  }

  /** 204 while this node executes commands; the only operation without sign-in. */
  @GetMapping("/status")
  ResponseEntity<Void> status() {
    if (!engine.topology().active()) {
      throw new RejectedException(
          RejectionType.UNAVAILABLE, "Expected the active node, but this one waits to take over");
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/license")
  LicenseResponse license() {
    return new LicenseResponse().validLicense(true).licenseType("Apache-2.0").isCommercial(false);
  }
}
