/// Tiller on slack.
@NullMarked
package dev.tiller.slack;

import org.jspecify.annotations.NullMarked;
