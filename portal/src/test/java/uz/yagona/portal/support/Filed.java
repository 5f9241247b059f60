package uz.yagona.portal.support;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A request that a visitor has filed through the pages. */
public record Filed(Visitor applicant, UUID requestId) {
  public static final String TEXT =
      "Mahallamizda ichimlik suvi uch kundan beri yoʻq, yordam berishingizni soʻrayman.";

  /** Files an appeal about utilities. */
  public static Filed by(String userName) {
    var visitor = Visitor.signedIn(userName);
    var typed = new HashMap<String, String>();
    typed.put("subType", "ARIZA");
    typed.put("topic", "UTILITIES");
    typed.put("text", TEXT);
    typed.put("answerChannel", "PORTAL");
    var form = visitor.get("/file/murojaat").form("/file/murojaat");
    var review = visitor.submit(form, typed, "_action=send");
    var receipt = visitor.submit(review.form("/submission"), Map.of(), null);
    return new Filed(visitor, UUID.fromString(receipt.path().split("/")[2]));
  }

  /** Path of the request in the internal API. */
  public String internal(String rest) {
    return "/internal/requests/" + requestId + rest;
  }

  /** Path of the applicant's page. */
  public String page(String rest) {
    return "/requests/" + requestId + rest;
  }
}
