/// A stand-in for Microsoft Teams: the Bot Framework connector and its tokens, signed activities,
/// and what people see.
///
/// Shapes follow the Bot Framework REST API v3 and Teams' activities as of October 2026.
@NullMarked
package dev.tiller.app.standin.teams;

import org.jspecify.annotations.NullMarked;
