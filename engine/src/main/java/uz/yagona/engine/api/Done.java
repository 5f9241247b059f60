package uz.yagona.engine.api;

/** The answer of commands that have nothing to tell but success. */
public record Done() {

  public static final Done INSTANCE = new Done();
}
