package uz.yagona.engine.state;

/** A row that waits on behalf of an element instance, and goes or is closed with it. */
public abstract class OwnedRow extends Row {
  private final ElementInstance owner;

  protected OwnedRow(long key, ElementInstance owner) {
    super(key);
    this.owner = owner;
  }

  public final ElementInstance owner() {
    return owner;
  }

  public final ProcessInstance process() {
    return owner.process();
  }
}
