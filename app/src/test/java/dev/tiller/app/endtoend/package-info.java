/// The whole product against the stand-ins: what people write, and what comes of it.
@NullMarked
package dev.tiller.app.endtoend;

import org.jspecify.annotations.NullMarked;
