package uz.yagona.forms.view;

/**
 * The parts of a form's page. They belong into a {@code <form method="post" novalidate>} of the
 * page, with its CSRF field; the error summary stands above the page's heading.
 *
 * @param errorSummary links to every field with a problem; empty without problems
 * @param fields everything to be filled in
 * @param actions the buttons that send the form
 * @param isMultipart whether the form needs {@code enctype="multipart/form-data"}
 */
public record FormHtml(String errorSummary, String fields, String actions, boolean isMultipart) {}
