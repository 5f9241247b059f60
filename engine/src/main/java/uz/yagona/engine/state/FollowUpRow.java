package uz.yagona.engine.state;

/** Something that a command has set off and its batch has left over. */
public final class FollowUpRow extends Row {
  private final String command;

  FollowUpRow(long key, String command) {
    super(key);
    this.command = command;
  }

  /** The follow-up as JSON. */
  public String command() {
    return command;
  }
}
