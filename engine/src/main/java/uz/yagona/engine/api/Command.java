package uz.yagona.engine.api;

/**
 * Something the engine is asked to do, all or nothing.
 *
 * @param <R> what the caller gets back
 */
public sealed interface Command<R>
    permits DeploymentCommand,
        ProcessInstanceCommand,
        JobCommand,
        UserTaskCommand,
        EventCommand,
        ElementCommand,
        DecisionCommand {}
