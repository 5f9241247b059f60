package uz.yagona.forms.model;

import uz.yagona.forms.LocalText;

/** One way to finish a form; the chosen {@code id} becomes the outcome variable. */
public record Outcome(String id, LocalText label) {}
