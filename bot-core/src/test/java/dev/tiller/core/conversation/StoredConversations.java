package dev.tiller.core.conversation;

import dev.tiller.core.chat.Address;

/// A store to put conversations into.
interface StoredConversations {

  /// A store that other tests may use at the same time.
  Store store();

  /// A conversation with these agents, stored.
  default Conversation began(Address address, Agent... agents) {
    return store()
        .transact(tx -> {
          var before = tx.lock(address);
          var after = before;
          for (var agent : agents) {
            after = after.with(agent);
          }
          tx.save(before, after);
          return after;
        });
  }
}
