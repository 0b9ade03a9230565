/// The grammar: what a message asks for. Pure; depends on no platform and no service.
///
/// [dev.tiller.core.command.CommandWord] and [dev.tiller.core.command.OptionName] are the tables of
/// what can be written; [dev.tiller.core.command.Grammar] reads a message by them.
@NullMarked
package dev.tiller.core.command;

import org.jspecify.annotations.NullMarked;
