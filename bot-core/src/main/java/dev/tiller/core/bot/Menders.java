package dev.tiller.core.bot;

import dev.tiller.core.chat.Person;
import dev.tiller.core.decide.Greetings;
import dev.tiller.core.routing.Known;
import java.util.UUID;
import java.util.function.Supplier;

/// Who can mend what the service refuses to whoever asks.
final class Menders {

  private final Intake intake;
  private final SettingsDesk settings;

  Menders(Intake intake, SettingsDesk settings) {
    this.intake = intake;
    this.settings = settings;
  }

  /// The person whose settings count where nobody in particular is meant.
  static Person nobody() {
    return Person.unidentified("nobody", "nobody");
  }

  /// A sentence that names them, in the language at hand when it is asked for.
  Supplier<String> of(UUID conversation) {
    var the =
        intake.read(tx ->
            settings.about(
                tx, Intake.locked(tx, conversation).address().thread(), nobody(), Known.NOTHING));
    return () -> Greetings.admins(the);
  }
}
