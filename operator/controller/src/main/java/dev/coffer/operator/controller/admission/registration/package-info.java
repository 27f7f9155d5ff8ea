/** Tells the API server which objects it is to have reviewed, and where. Depends on cluster and workload. */
@NullMarked
package dev.coffer.operator.controller.admission.registration;

import org.jspecify.annotations.NullMarked;
