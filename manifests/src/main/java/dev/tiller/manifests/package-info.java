/// What an admin uploads so that Slack and Microsoft Teams know the bot, filled in for one
/// organisation.
@NullMarked
package dev.tiller.manifests;

import org.jspecify.annotations.NullMarked;
