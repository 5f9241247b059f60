package uz.yagona.portal.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import uz.yagona.forms.file.UploadedFile;

/** Parameters and files of a posted form. */
public final class SentForm {
  private SentForm() {}

  public static Map<String, List<String>> parameters(HttpServletRequest request) {
    var parameters = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    return parameters;
  }

  /** The files kept before, and after them the new ones; inputs left empty are no files. */
  public static Map<String, List<UploadedFile>> files(
      HttpServletRequest request, Map<String, List<UploadedFile>> kept) {
    var files = new LinkedHashMap<String, List<UploadedFile>>();
    kept.forEach((field, known) -> files.put(field, new ArrayList<>(known)));
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (multipart != null) {
      multipart
          .getMultiFileMap()
          .forEach((field, sent) -> sent.forEach(file -> add(files, field, file)));
    }
    return files;
  }

  private static void add(Map<String, List<UploadedFile>> files, String field, MultipartFile file) {
    var name = file.getOriginalFilename();
    if (name != null && !name.isEmpty()) {
      files
          .computeIfAbsent(field, unused -> new ArrayList<>())
          .add(new UploadedFile(name, file.getSize(), file::getInputStream, null));
    }
  }
}
