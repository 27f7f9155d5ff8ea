/** The custom resource definitions: how they are made, and that they keep what manifests say. */
@NullMarked
package dev.coffer.operator.api.crd;

import org.jspecify.annotations.NullMarked;
