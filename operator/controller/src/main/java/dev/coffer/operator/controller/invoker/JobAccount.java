package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.controller.pod.PullSecrets;

/**
 * As whom the pods of a job run.
 *
 * @param name of the service account
 * @param pullSecrets what the pods get beside the Secrets that they have by themselves
 */
public record JobAccount(String name, PullSecrets pullSecrets) {}
