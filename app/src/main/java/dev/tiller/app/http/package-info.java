/// A thin HTTP server over Jetty's core, for the bot, the playground and the stand-ins: routes with
/// path parameters, bounded bodies, plain answers and event streams. Handlers run on virtual
/// threads and may block.
@NullMarked
package dev.tiller.app.http;

import org.jspecify.annotations.NullMarked;
