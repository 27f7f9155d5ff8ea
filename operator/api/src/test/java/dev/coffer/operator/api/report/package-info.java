@NullMarked
package dev.coffer.operator.api.report;

import org.jspecify.annotations.NullMarked;
