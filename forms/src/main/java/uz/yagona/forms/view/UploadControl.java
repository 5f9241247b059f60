package uz.yagona.forms.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Formats;
import uz.yagona.forms.file.FileCheck;
import uz.yagona.forms.file.FileType;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.Uploads;
import uz.yagona.forms.submission.FormAction;

/** A file input with what is allowed, and the files that were taken before. */
final class UploadControl {
  private UploadControl() {}

  static Element draw(Drawing drawing) {
    Uploads uploads = Objects.requireNonNull(drawing.field().uploads());
    long maxMb = uploads.maxBytes() / FileCheck.MEGABYTE;
    String rulesId = drawing.id() + "-rules";
    String described = drawing.describedBy();
    Element input =
        drawing
            .control("input", "govuk-file-upload")
            .with("type", "file")
            .with("accept", accept(uploads))
            .flag("multiple", uploads.maxFiles() > 1)
            .with("aria-describedby", described == null ? rulesId : described + " " + rulesId)
            .flag("data-file-list", true)
            .with("data-max-mb", maxMb)
            .with("data-max-files", uploads.maxFiles())
            .with("data-too-big", drawing.say("ui.tooBig", Map.of("maxMb", maxMb)))
            .with("data-too-many", drawing.say("ui.tooMany", Map.of("max", uploads.maxFiles())));
    return drawing
        .group()
        .add(drawing.label("govuk-label govuk-label--s"))
        .add(drawing.hint())
        .add(
            Element.of("div", "govuk-hint")
                .with("id", rulesId)
                .text(rules(drawing, uploads, maxMb)))
        .add(drawing.error())
        .add(input)
        .add(kept(drawing));
  }

  private static String accept(Uploads uploads) {
    return uploads.accept().stream()
        .sorted()
        .map(type -> type == FileType.JPG ? ".jpg,.jpeg" : "." + type.extension())
        .collect(Collectors.joining(","));
  }

  private static String rules(Drawing drawing, Uploads uploads, long maxMb) {
    String types =
        uploads.accept().stream().sorted().map(FileType::name).collect(Collectors.joining(", "));
    return drawing.say(
        uploads.maxFiles() > 1 ? "ui.uploads" : "ui.upload",
        Map.of("types", types, "max", uploads.maxFiles(), "maxMb", maxMb));
  }

  private static @Nullable Element kept(Drawing drawing) {
    List<UploadedFile> kept =
        drawing.state().files(drawing.field()).stream()
            .filter(file -> file.reference() != null)
            .toList();
    if (kept.isEmpty()) {
      return null;
    }
    var list = Element.of("ul", "yg-files").with("aria-label", drawing.say("ui.kept"));
    kept.forEach(
        file ->
            list.add(
                Element.of("li")
                    .add(Element.of("span").text(file.name()))
                    .add(Element.of("span").text(Formats.size(file.size(), drawing.language())))
                    .add(drop(drawing, file))));
    return list;
  }

  private static Element drop(Drawing drawing, UploadedFile file) {
    return Element.of("button", "yg-link-button")
        .with("type", "submit")
        .with("name", FormAction.NAME)
        .with("value", "drop:" + drawing.path() + ":" + file.reference())
        .flag("formnovalidate", true)
        .text(drawing.say("ui.remove"))
        .add(Element.of("span", "govuk-visually-hidden").text(" " + file.name()));
  }
}
