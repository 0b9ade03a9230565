package dev.tiller.app.doctor;

import dev.tiller.app.Deployment;
import dev.tiller.app.config.Keys;
import dev.tiller.app.config.Secret;
import dev.tiller.core.cursor.webhook.WebhookKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The deployment's keys, as far as doctor has them.
///
/// @param invented why they are doctor's own, so that a bot that runs cannot be known by them;
///   absent when they are the deployment's
record DoctorKeys(List<Secret> all, Optional<String> invented) {

  /// The proof of some Tiller, whatever its key (see [Deployment]).
  private static final Pattern PROOF = Pattern.compile("[0-9a-f]{64}");

  /// Who has answered.
  enum Who {
    THIS_BOT,
    /// A Tiller, which may be this bot: there is no key to tell.
    SOME_BOT,
    SOMEBODY_ELSE
  }

  /// Opens them. A key file is not made: one made here could belong to another user than the bot's.
  ///
  /// @throws IOException when the key file cannot be read
  static DoctorKeys open(Keys keys) throws IOException {
    return switch (keys) {
      case Keys.Given given -> new DoctorKeys(given.keys(), Optional.empty());
      case Keys.Beside beside ->
          Files.exists(beside.file())
              ? new DoctorKeys(beside.open(), Optional.empty())
              : invented(
                  "the key file %s is not here"
                      .formatted(beside.file().toAbsolutePath().normalize()));
      case Keys.Fleeting _ -> invented("with a database in memory each process has its own key");
    };
  }

  private static DoctorKeys invented(String why) {
    return new DoctorKeys(new Keys.Fleeting().open(), Optional.of(why));
  }

  Deployment deployment() {
    return new Deployment(all);
  }

  WebhookKeys webhooks() {
    return new WebhookKeys(all.stream().map(Secret::reveal).toList());
  }

  Who answered(String challenge, Reply.Answered answer) {
    var proof = answer.header(Deployment.HEADER);
    if (deployment().proves(challenge, proof)) {
      return Who.THIS_BOT;
    }
    return invented.isPresent() && PROOF.matcher(proof).matches()
        ? Who.SOME_BOT
        : Who.SOMEBODY_ELSE;
  }

  /// What to say of [Who#SOME_BOT].
  String untold(String where) {
    return "a Tiller answers at %s; whether it is this bot cannot be told, for %s"
        .formatted(where, invented.orElse("want of a key"));
  }
}
