package uz.yagona.portal.vault;

/**
 * Who reads, why, and for what.
 *
 * @param actor user name, or the name of a part of the system
 * @param object the case, as {@code request:<id>}
 */
public record Access(String actor, Purpose purpose, String object) {}
