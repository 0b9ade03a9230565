package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(name = "conversation", description = "Show what was said, oldest first.")
final class ConversationCommand extends AgentCommand {

  ConversationCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var messages = cursor.records().conversation(agent(), Map.of());
      return new Output(lines(messages), Map.of("messages", messages));
    });
  }

  private static List<String> lines(List<Message> messages) {
    return messages.stream()
        .flatMap(
            it -> Stream.of(it.author() == Author.PERSON ? "> Person" : "> Agent", it.text(), ""))
        .toList();
  }
}
