/// What a chat platform is to Tiller: the values that cross the border and the ports on it.
///
/// Adapters see this package and nothing else of the core.
@NullMarked
package dev.tiller.core.chat;

import org.jspecify.annotations.NullMarked;
