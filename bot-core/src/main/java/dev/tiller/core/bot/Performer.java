package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;

/// Does one kind of work. Either takes the item off the queue, or gives it back to be tried again.
interface Performer {

  void perform(WorkItem item);
}
