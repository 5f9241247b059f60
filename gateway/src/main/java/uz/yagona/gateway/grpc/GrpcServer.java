package uz.yagona.gateway.grpc;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.directory.DirectoryChanges;
import uz.yagona.gateway.identity.GrpcSignIn;

/** The gRPC server, on the same interface as the HTTP server. */
@Component("gatewayGrpcServer")
public final class GrpcServer implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(GrpcServer.class);
  private static final int THREADS = 4;
  private static final Duration PING = Duration.ofSeconds(30);
  private static final Duration PING_ANSWER = Duration.ofSeconds(10);
  private static final Duration MOST_OFTEN = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final GrpcParts parts;
  private final GatewayProperties properties;
  private final GrpcSignIn signIn;
  private final String address;
  private @Nullable Server server;
  private @Nullable ExecutorService executor;
  private volatile @Nullable JobCalls jobs;

  GrpcServer(
      GrpcParts parts,
      GatewayProperties properties,
      GrpcSignIn signIn,
      DirectoryChanges directory,
      Environment environment) {
    this.parts = parts;
    this.properties = properties;
    this.signIn = signIn;
    directory.onChange(this::endLimited);
    this.address = environment.getProperty("server.address", "127.0.0.1");
  }

  /** The port that is listened on. */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("Expected the gRPC server to run, but it does not");
    }
    return server.getPort();
  }

  @Override
  public void start() {
    var count = new AtomicInteger();
    var threads =
        Executors.newFixedThreadPool(
            THREADS, task -> new Thread(task, "gateway-grpc-" + count.incrementAndGet()));
    var calls =
        new JobCalls(parts.engine(), parts.commands(), parts.callers(), properties, threads);
    var service =
        new GrpcGateway(
            parts.engine(),
            parts.commands(),
            properties,
            new Replies(threads),
            calls,
            parts.deletion());
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(address, properties.grpcPort()))
              .executor(threads)
              .intercept(signIn)
              .addService(service)
              .maxInboundMessageSize((int) properties.maxMessageSize().toBytes())
              .keepAliveTime(PING.toSeconds(), TimeUnit.SECONDS)
              .keepAliveTimeout(PING_ANSWER.toSeconds(), TimeUnit.SECONDS)
              .permitKeepAliveTime(MOST_OFTEN.toSeconds(), TimeUnit.SECONDS)
              .permitKeepAliveWithoutCalls(true)
              .build()
              .start();
    } catch (IOException e) {
      threads.shutdownNow();
      throw new UncheckedIOException(
          "Expected port %d on %s to be free for gRPC, but %s"
              .formatted(properties.grpcPort(), address, e.getMessage()),
          e);
    }
    executor = threads;
    jobs = calls;
    log.info("gRPC listens on {}:{}", address, server.getPort());
  }

  private void endLimited() {
    var calls = jobs;
    if (calls != null) {
      calls.endLimited();
    }
  }

  @Override
  public void stop() {
    var running = server;
    if (running == null || executor == null || jobs == null) {
      return;
    }
    running.shutdown();
    jobs.endAll();
    try {
      if (!running.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor.shutdown();
    server = null;
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
