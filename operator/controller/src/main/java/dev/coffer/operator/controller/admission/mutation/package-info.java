/**
 * Completes objects before they are stored: fills in what newer fields stand for, and gives new workloads their containers, so that
 * no second roll-out has to. Depends on review and workload.
 */
@NullMarked
package dev.coffer.operator.controller.admission.mutation;

import org.jspecify.annotations.NullMarked;
