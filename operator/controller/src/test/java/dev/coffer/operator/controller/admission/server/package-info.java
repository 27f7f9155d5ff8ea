/** Tests of the server, by a real client. */
@NullUnmarked
package dev.coffer.operator.controller.admission.server;

import org.jspecify.annotations.NullUnmarked;
