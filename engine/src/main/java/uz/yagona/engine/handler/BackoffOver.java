package uz.yagona.engine.handler;

/** The back-off of a failed job is over. */
public record BackoffOver(long jobKey) {}
