package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who did what, and by which rule. Lines are only ever added.
public interface AuditRecord {

  /// The last lines about a conversation, newest first.
  List<Recorded> last(UUID conversation, int most);

  /// The same, as one person is told of it: without messages of others that were only overheard and
  /// ignored.
  List<Recorded> last(UUID conversation, Person reader, int most);

  /// Writes a line.
  ///
  /// @param conversation absent for what is done on the bot's own page
  void add(
      Optional<UUID> conversation,
      Person actor,
      String act,
      String subject,
      String rule,
      Instant at);
}
