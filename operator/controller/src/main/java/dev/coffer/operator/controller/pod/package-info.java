/** Parts of the pods that back up and restore, be they of a job or of a workload. Depends on the API only. */
@NullMarked
package dev.coffer.operator.controller.pod;

import org.jspecify.annotations.NullMarked;
