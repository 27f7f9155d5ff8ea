/** Google Cloud Storage is stood in for by {@link dev.coffer.backend.gs.FakeGcs}, as no server of its protocol can be had. */
@NullMarked
package dev.coffer.backend.gs;

import org.jspecify.annotations.NullMarked;
