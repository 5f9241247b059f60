package uz.yagona.samples.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/** Files requests on a system of this machine: {@code BASE_URL REQUESTS PEOPLE}. */
public final class LoadApplication {
  private static final int MOST_REQUESTS = 5_000;

  private LoadApplication() {}

  /** Prints what people waited for; exits 1 when a request was lost. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Expected BASE_URL, REQUESTS and PEOPLE, but got " + arguments.length);
      System.exit(2);
    }
    var base = URI.create(arguments[0]);
    if (!InetAddress.getByName(base.getHost()).isLoopbackAddress()) {
      System.err.println("Expected a system on this machine, but got " + base);
      System.exit(2);
    }
    var requests = between(1, arguments[1], MOST_REQUESTS);
    var people = between(1, arguments[2], Load.CITIZENS.size());
    System.exit(new Load(base, requests, people).run() ? 0 : 1);
  }

  private static int between(int least, String text, int most) {
    return Math.min(Math.max(Integer.parseInt(text), least), most);
  }
}
