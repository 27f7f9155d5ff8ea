/** Tests of what installs the operator: the chart, rendered by Helm itself. */
@NullUnmarked
package dev.coffer.operator.controller.deploy;

import org.jspecify.annotations.NullUnmarked;
