package uz.yagona.engine.api;

/** Why a command was not executed. */
public enum RejectionType {
  INVALID_ARGUMENT,
  NOT_FOUND,
  INVALID_STATE,
  ALREADY_EXISTS,
  /** Too much to do: nothing was executed, try again later. */
  RESOURCE_EXHAUSTED,
  /** This node is not active, or is shutting down: nothing was executed. */
  UNAVAILABLE
}
