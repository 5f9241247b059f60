package uz.yagona.engine.model;

/** A service, send, script or business-rule task done by a job worker. */
public record JobTask(ElementTraits traits, ActivityTraits activity, JobDefinition job)
    implements Activity {}
