/// What the playground's page talks to: the state of all stand-ins, the acts of people in them, and
/// pretend pages behind the links. For loopback only.
@NullMarked
package dev.tiller.app.playground;

import org.jspecify.annotations.NullMarked;
