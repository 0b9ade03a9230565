/// The core's contract suites, run by the adapters and clients against the stand-ins.
@NullMarked
package dev.tiller.app.contract;

import org.jspecify.annotations.NullMarked;
