/// `tiller doctor`: looks at everything a bot needs, and says how to mend what is wrong. Also the
/// summary of what is connected, which `tiller serve` logs after its start.
@NullMarked
package dev.tiller.app.doctor;

import org.jspecify.annotations.NullMarked;
