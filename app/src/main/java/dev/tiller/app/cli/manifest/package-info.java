/// `tiller manifest`: what an admin uploads to Slack and Microsoft Teams.
@NullMarked
package dev.tiller.app.cli.manifest;

import org.jspecify.annotations.NullMarked;
