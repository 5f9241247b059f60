package uz.yagona.engine.api;

/** The caller asked for something that cannot be done; nothing was changed. */
@SuppressWarnings("AnnotateFormatMethod")
public final class RejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectionType type;

  /**
   * @param reason "Expected ⟨wanted⟩, but ⟨found⟩", with keys
   */
  public RejectedException(RejectionType type, String reason) {
    super(reason, null, false, false);
    this.type = type;
  }

  public RejectionType type() {
    return type;
  }

  /** Same as {@link #getMessage()}, never null. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  public static RejectedException invalidArgument(String text, Object... args) {
    return new RejectedException(RejectionType.INVALID_ARGUMENT, text.formatted(args));
  }

  public static RejectedException notFound(String text, Object... args) {
    return new RejectedException(RejectionType.NOT_FOUND, text.formatted(args));
  }

  public static RejectedException invalidState(String text, Object... args) {
    return new RejectedException(RejectionType.INVALID_STATE, text.formatted(args));
  }

  public static RejectedException alreadyExists(String text, Object... args) {
    return new RejectedException(RejectionType.ALREADY_EXISTS, text.formatted(args));
  }
}
