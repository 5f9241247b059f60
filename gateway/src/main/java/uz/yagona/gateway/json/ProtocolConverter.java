package uz.yagona.gateway.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import uz.yagona.gateway.problem.BodyTooLargeException;

/** Reads and writes the protocol's classes and those of this module, and no others. */
public final class ProtocolConverter extends JacksonJsonHttpMessageConverter {
  private static final List<String> PACKAGES =
      List.of("io.camunda.client.protocol.rest", "uz.yagona.gateway");
  private final DataSize limit;

  public ProtocolConverter(DataSize limit) {
    super(ProtocolJson.MAPPER);
    this.limit = limit;
    setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
  }

  @Override
  public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
    return isOurs(type.toClass()) && super.canRead(type, mediaType);
  }

  @Override
  public boolean canWrite(ResolvableType target, Class<?> value, @Nullable MediaType mediaType) {
    return isOurs(value) && super.canWrite(target, value, mediaType);
  }

  private static boolean isOurs(Class<?> type) {
    return PACKAGES.stream().anyMatch(type.getName()::startsWith);
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
      throws IOException {
    try {
      return super.read(type, new Limited(message, limit), hints);
    } catch (HttpMessageNotReadableException e) {
      if (e.getCause() instanceof JacksonException cause) {
        refuse(cause);
      }
      throw e;
    } catch (JacksonException e) {
      throw refuse(e);
    }
  }

  private static RuntimeException refuse(JacksonException failure) throws BodyTooLargeException {
    if (failure.getCause() instanceof BodyTooLargeException tooLarge) {
      throw tooLarge;
    }
    throw ProtocolJson.invalid(failure);
  }

  /** A request whose body ends with an error behind the limit. */
  private record Limited(HttpInputMessage message, DataSize limit) implements HttpInputMessage {
    @Override
    public InputStream getBody() throws IOException {
      if (message.getHeaders().getContentLength() > limit.toBytes()) {
        throw new BodyTooLargeException(limit);
      }
      return new LimitedStream(message.getBody(), limit);
    }

    @Override
    public HttpHeaders getHeaders() {
      return message.getHeaders();
    }
  }
}
