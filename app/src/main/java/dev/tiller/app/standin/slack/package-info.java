/// A stand-in for Slack: its Web API, signed events and interactions, and what people see.
///
/// Shapes and error codes follow Slack's Web API and Events API as of October 2026.
@NullMarked
package dev.tiller.app.standin.slack;

import org.jspecify.annotations.NullMarked;
