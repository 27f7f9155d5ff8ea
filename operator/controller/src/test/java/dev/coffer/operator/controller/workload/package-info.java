@NullMarked
package dev.coffer.operator.controller.workload;

import org.jspecify.annotations.NullMarked;
