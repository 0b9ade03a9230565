package dev.tiller.core.store;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.AgentLine;
import dev.tiller.core.conversation.AgentScope;
import dev.tiller.core.conversation.AuditRecord;
import dev.tiller.core.conversation.Claims;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.EnclosureStore;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.Outbox;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.SettingStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// One open transaction.
final class JdbcTransaction implements Transaction {

  private final Handle handle;
  private final InstantSource clock;
  private final Claims claims;
  private final ConversationTable conversations;
  private final RunTable runs;
  private final AgentTable agents;
  private final MessageTable messages;
  private final Outbox outbox;
  private final SettingStore settings;
  private final QuestionTable questions;
  private final DraftTable drafts;
  private final EnclosureStore enclosures;
  private final PersonTable people;
  private final FeedbackTable feedback;
  private final AuditRecord audit;

  JdbcTransaction(
      Handle handle, Turns.Turn turn, InstantSource clock, Supplier<Reviewed> reviewed) {
    this.handle = handle;
    this.clock = clock;
    this.claims = new ClaimTable(handle, turn, clock);
    this.conversations = new ConversationTable(handle, turn);
    this.runs = new RunTable(handle);
    this.agents = new AgentTable(handle, runs);
    this.messages = new MessageTable(handle);
    this.outbox = new JdbcOutbox(handle, clock, messages);
    this.settings = new JdbcSettings(handle, turn, clock, reviewed);
    this.questions = new QuestionTable(handle);
    this.drafts = new DraftTable(handle);
    this.enclosures = new EnclosureTable(handle);
    this.people = new PersonTable(handle, turn);
    this.feedback = new FeedbackTable(handle);
    this.audit = new AuditTable(handle);
  }

  @Override
  public Claims claims() {
    return claims;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public SettingStore settings() {
    return settings;
  }

  @Override
  public EnclosureStore enclosures() {
    return enclosures;
  }

  @Override
  public AuditRecord audit() {
    return audit;
  }

  @Override
  public Conversation lock(Address address) {
    return complete(conversations.lock(address, clock.instant()));
  }

  @Override
  public Optional<Conversation> lockKnown(Address address) {
    return conversations.lockKnown(address).map(this::complete);
  }

  @Override
  public boolean knows(ChatThread anyThread) {
    return conversations.isIn(anyThread);
  }

  @Override
  public Optional<Conversation> lock(UUID conversation) {
    return conversations.lock(conversation).map(this::complete);
  }

  private Conversation complete(Conversation bare) {
    return new Conversation(bare.id(), bare.address(), agents.of(bare.id()), bare.manner());
  }

  @Override
  public Optional<UUID> conversationOfAgent(UUID agent) {
    return agents.conversationOf(agent);
  }

  @Override
  public Optional<UUID> conversationOfRun(UUID run) {
    return runs.conversationOf(run);
  }

  @Override
  public Optional<UUID> runOfMessage(ChatThread anyThread, String message) {
    return messages.run(anyThread, message).or(() -> runs.askedBy(anyThread, message));
  }

  @Override
  public List<UUID> runsAtWork(ChatThread anyThread, Person requester, Instant until) {
    return runs.atWork(anyThread, requester, until);
  }

  @Override
  public void save(Conversation before, Conversation after) {
    conversations.update(before, after);
    for (var agent : after.agents()) {
      before
          .agent(agent.id())
          .ifPresentOrElse(
              known -> agents.update(known, agent), () -> agents.insert(after.id(), agent));
    }
  }

  @Override
  public List<AgentLine> agents(
      ChatThread here, AgentScope scope, ListFilter filter, int offset, int limit) {
    return new AgentLines(handle)
        .of(here, scope, filter, offset, limit).stream()
            .map(line -> new AgentLine(line.thread(), agents.get(line.agent())))
            .toList();
  }

  @Override
  public Optional<Question> question(UUID question) {
    return questions.find(question);
  }

  @Override
  public Optional<UUID> conversationOfQuestion(UUID question) {
    return questions.conversationOf(question);
  }

  @Override
  public boolean pending(UUID agent, Topic topic) {
    return questions.pending(agent, topic);
  }

  @Override
  public void keep(UUID conversation, Question question) {
    questions.keep(conversation, question);
  }

  @Override
  public Optional<Draft> draft(UUID draft) {
    return drafts.find(draft);
  }

  @Override
  public Optional<UUID> conversationOfDraft(UUID draft) {
    return drafts.conversationOf(draft);
  }

  @Override
  public void keep(UUID conversation, Draft draft) {
    drafts.keep(conversation, draft);
  }

  @Override
  public void keep(UUID conversation, Feedback its) {
    feedback.keep(conversation, its);
  }

  @Override
  public List<FeedbackLine> feedback(Optional<ChatThread> any, int most) {
    return feedback.latest(any, most);
  }

  @Override
  public Optional<Recent> recent(ChatThread anyThread, Person person, Instant since) {
    return agents.recent(anyThread, person, since);
  }

  @Override
  public Optional<String> nameOf(ChatThread thread, String person) {
    return people.nameOf(thread, person);
  }

  @Override
  public void named(ChatThread thread, String person, String name) {
    people.named(thread, person, name);
  }

  @Override
  public void saw(InboundMessage message) {
    new SeenTable(handle).add(message, clock.instant());
  }

  @Override
  public List<ThreadMessage> seen(
      ChatThread thread, Optional<String> after, String before, int most) {
    return new SeenTable(handle).of(thread, after, before, most);
  }

  @Override
  public void add(NewWork work) {
    WorkTable.insert(handle, work);
  }

  @Override
  public void done(WorkItem item) {
    WorkTable.delete(handle, item);
  }
}
