/// What the agent service offers, kept at hand so that nobody has to wait for it.
@NullMarked
package dev.tiller.core.catalogue;

import org.jspecify.annotations.NullMarked;
