package uz.yagona.samples.citizenrequest;

/**
 * A request as its applicant knows it.
 *
 * @param id from the address of its page
 */
record FiledRequest(String id, String number) {
  String path() {
    return "/requests/" + id;
  }
}
