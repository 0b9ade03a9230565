/// The playground: the real bot against stand-ins, and a page to try it on.
@NullMarked
package dev.tiller.app.playground;

import org.jspecify.annotations.NullMarked;
