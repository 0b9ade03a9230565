/// The rules, pure: state, event, settings and time give a decision. Reads as the specification.
@NullMarked
package dev.tiller.core.decide;

import org.jspecify.annotations.NullMarked;
