package uz.yagona.forms.model;

import uz.yagona.forms.LocalText;

/** One of the values a person may choose. */
public record Choice(String value, LocalText label) {}
