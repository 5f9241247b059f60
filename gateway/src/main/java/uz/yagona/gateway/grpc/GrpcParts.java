package uz.yagona.gateway.grpc;

import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.identity.KnownCallers;
import uz.yagona.gateway.resource.ResourceDeletion;

/** What the calls of the gRPC service are done with. */
@Component("gatewayGrpcParts")
record GrpcParts(
    Engine engine, Commands commands, KnownCallers callers, ResourceDeletion deletion) {}
