package uz.yagona.signing.eimzo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The E-IMZO program on a person's computer: WebSocket (RFC 6455), one question and one answer in a
 * connection. The real one asks for the password in a window of its own; this one has none.
 */
public final class SimulatedAgent implements AutoCloseable {
  private static final String PATH = "/service/cryptapi";
  private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;

  private final ServerSocket server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<SimulatedKey> keys;
  private final List<String> apiKeys = new CopyOnWriteArrayList<>();

  public SimulatedAgent(List<SimulatedKey> keys) {
    this.keys = List.copyOf(keys);
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    executor.execute(this::accept);
  }

  public URI address() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + PATH);
  }

  /** Domains and keys that pages have shown. */
  public List<String> apiKeys() {
    return apiKeys;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        executor.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      greet(in, out);
      var request = JsonMapper.shared().readTree(message(in));
      write(out, TEXT, JsonMapper.shared().writeValueAsBytes(answer(request)));
      write(out, CLOSE, new byte[0]);
      in.skipBytes(Integer.MAX_VALUE);
    } catch (IOException | GeneralSecurityException e) {
      // the page has gone
    }
  }

  private static void greet(DataInputStream in, OutputStream out)
      throws IOException, GeneralSecurityException {
    var key = "";
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = line.substring(line.indexOf(':') + 1).strip();
      }
    }
    var digest =
        MessageDigest.getInstance("SHA-1")
            .digest((key + ACCEPT).getBytes(StandardCharsets.US_ASCII));
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: %s\r\n\r\n")
            .formatted(Base64.getEncoder().encodeToString(digest))
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(DataInputStream in) throws IOException {
    var text = new StringBuilder();
    for (var next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  /** A text message of one or more frames, which browsers mask. */
  private static byte[] message(DataInputStream in) throws IOException {
    var message = new java.io.ByteArrayOutputStream();
    while (true) {
      var head = in.readUnsignedByte();
      long length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      var mask = in.readNBytes(4);
      var payload = in.readNBytes(Math.toIntExact(length));
      for (var i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      message.write(payload);
      if ((head & 0x80) != 0) {
        return message.toByteArray();
      }
    }
  }

  private static void write(OutputStream out, int kind, byte[] payload) throws IOException {
    out.write(0x80 | kind);
    if (payload.length < 126) {
      out.write(payload.length);
    } else {
      out.write(126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.write(payload);
    out.flush();
  }

  private Map<String, Object> answer(JsonNode request) {
    return switch (request.path("name").asString("")) {
      case "apikey" -> {
        request.path("arguments").forEach(one -> apiKeys.add(one.asString()));
        yield Map.of("success", true);
      }
      case "list_all_certificates" ->
          Map.of(
              "success", true, "certificates", keys.stream().map(SimulatedAgent::listed).toList());
      case "load_key" ->
          Map.of("success", true, "keyId", request.path("arguments").get(2).asString());
      case "create_pkcs7" -> signed(request.path("arguments"));
      default -> Map.of("success", false, "reason", "not known to the simulator");
    };
  }

  private static Map<String, Object> listed(SimulatedKey key) {
    return Map.of(
        "disk",
        "/simulator",
        "path",
        "keys",
        "name",
        key.pinfl(),
        "alias",
        "cn=%s,o=e-imzo simulator,1.2.860.3.16.1.2=%s,validto=2030.01.31 12:00:00"
            .formatted(key.name().toLowerCase(java.util.Locale.ROOT), key.pinfl()));
  }

  private Map<String, Object> signed(JsonNode arguments) {
    var wanted = arguments.get(1).asString();
    var key = keys.stream().filter(one -> one.pinfl().equals(wanted)).findFirst().orElseThrow();
    var file = Base64.getDecoder().decode(arguments.get(0).asString());
    var pkcs7 = key.sign(file, arguments.get(2).asString().equals("yes"));
    return Map.of("success", true, "pkcs7_64", Base64.getEncoder().encodeToString(pkcs7));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    executor.shutdownNow();
  }
}
