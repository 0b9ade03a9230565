/// A stand-in for Cursor's Cloud Agents API, v0 (legacy) and v1 (public beta), over one store of
/// agents: requests, run streams and webhooks as published in October 2026, with a settable pace
/// and faults. It knows nothing of the bot.
@NullMarked
package dev.tiller.app.standin.cursor;

import org.jspecify.annotations.NullMarked;
