/// Tiller on Microsoft Teams.
///
/// Requests from Teams come in through [dev.tiller.teams.TeamsAdapter#handler]; what the bot says
/// goes out through the Bot Framework SDK's connector. Of that SDK only the types and the connector
/// are used, and nothing of it is visible outside this package: it accepts inbound tokens that it
/// should refuse, and it repeats posts.
@NullMarked
package dev.tiller.teams;

import org.jspecify.annotations.NullMarked;
