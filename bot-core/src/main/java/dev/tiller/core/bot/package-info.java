/// Carries decisions out: intake, work, deliveries, watching runs.
@NullMarked
package dev.tiller.core.bot;

import org.jspecify.annotations.NullMarked;
