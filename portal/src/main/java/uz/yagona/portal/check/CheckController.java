package uz.yagona.portal.check;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Anyone may check a document, without signing in. Nothing of an uploaded file is kept. */
@Controller
class CheckController {
  private static final Pattern DOCUMENT_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final long LARGEST = 20L * 1024 * 1024;

  private final DocumentCheck check;
  private final CheckRate rate;

  CheckController(DocumentCheck check, CheckRate rate) {
    this.check = check;
    this.rate = rate;
  }

  @GetMapping("/v/{documentId}")
  ModelAndView document(@PathVariable String documentId) {
    var checked =
        DOCUMENT_ID.matcher(documentId).matches() ? check.onRecord(documentId) : Checked.UNKNOWN;
    var status = checked.verdict() == Verdict.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    var page = new ModelAndView("portal/check/document", status);
    page.addObject("checked", checked);
    return page;
  }

  @GetMapping("/check")
  Object form(@RequestParam(defaultValue = "") String sha256, Model model) {
    var digest = sha256.strip().toLowerCase(Locale.ROOT);
    if (SHA256.matcher(digest).matches()) {
      var found = check.byDigest(digest);
      if (found.isPresent()) {
        return "redirect:/v/" + found.get();
      }
      model.addAttribute("problem", "check.problem.digest-unknown");
    } else if (!digest.isEmpty()) {
      model.addAttribute("problem", "check.problem.digest");
    }
    return "portal/check/form";
  }

  @PostMapping("/check")
  ModelAndView file(@RequestParam("file") MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      return problem("check.problem.no-file");
    }
    if (file.getSize() > LARGEST) {
      return problem("check.problem.too-large");
    }
    return rate.within(() -> check.file(file.getBytes()))
        .map(
            checked ->
                new ModelAndView("portal/check/result", Map.of("checked", checked), HttpStatus.OK))
        .orElseGet(() -> problem("check.problem.busy"));
  }

  private static ModelAndView problem(String key) {
    var page = new ModelAndView("portal/check/form", HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", key);
    return page;
  }
}
