/** The gRPC form of the API: the same commands as over REST. */
@NullMarked
package uz.yagona.gateway.grpc;

import org.jspecify.annotations.NullMarked;
