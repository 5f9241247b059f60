package uz.yagona.engine.state;

/** What a message and its subscription agree on. */
public record MessageAddress(String name, String correlationKey) {}
