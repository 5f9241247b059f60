package uz.yagona.samples;

/**
 * A request as its applicant knows it.
 *
 * @param id from the address of its page
 */
public record FiledRequest(String id, String number) {
  /** Address of its page. */
  public String path() {
    return "/requests/" + id;
  }
}
