/**
 * Credentials with which nodes pull the images of the pods that back up and restore: Secrets of the operator's namespace, which are
 * copied to where those pods are. Depends on pod parts and cluster.
 */
@NullMarked
package dev.coffer.operator.controller.registry;

import org.jspecify.annotations.NullMarked;
