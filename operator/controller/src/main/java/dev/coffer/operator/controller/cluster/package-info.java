/** Creates and changes objects of the cluster so that nothing but what the operator wants is changed. Depends on the API only. */
@NullMarked
package dev.coffer.operator.controller.cluster;

import org.jspecify.annotations.NullMarked;
