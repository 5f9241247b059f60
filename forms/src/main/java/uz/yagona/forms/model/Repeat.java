package uz.yagona.forms.model;

/**
 * How often the fields of a container are asked: at least {@code min}, at most {@code max} times.
 */
public record Repeat(int min, int max) {}
