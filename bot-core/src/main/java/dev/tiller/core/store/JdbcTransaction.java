package dev.tiller.core.store;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.AgentLine;
import dev.tiller.core.conversation.AgentScope;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.WordsEdit;
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
  private final ConversationTable conversations;
  private final RunTable runs;
  private final AgentTable agents;
  private final MessageTable messages;
  private final QuestionTable questions;
  private final DraftTable drafts;
  private final EnclosureTable enclosures;
  private final SettingTable settings;
  private final KeywordTable keywords;
  private final PersonTable people;
  private final FeedbackTable feedback;
  private final AuditTable audit;
  private final Supplier<Reviewed> reviewed;

  JdbcTransaction(Handle handle, InstantSource clock, Supplier<Reviewed> reviewed) {
    this.handle = handle;
    this.clock = clock;
    this.conversations = new ConversationTable(handle);
    this.runs = new RunTable(handle);
    this.agents = new AgentTable(handle, runs);
    this.messages = new MessageTable(handle);
    this.questions = new QuestionTable(handle);
    this.drafts = new DraftTable(handle);
    this.enclosures = new EnclosureTable(handle);
    this.settings = new SettingTable(handle);
    this.keywords = new KeywordTable(handle);
    this.people = new PersonTable(handle);
    this.feedback = new FeedbackTable(handle);
    this.audit = new AuditTable(handle);
    this.reviewed = reviewed;
  }

  @Override
  public boolean claim(String key) {
    return take(key, clock.instant());
  }

  @Override
  public boolean claim(String key, Instant at) {
    boolean isNew = take(key, at);
    if (!isNew) {
      handle
          .createUpdate(
              "update claim set claimed_at = :at where claim_key = :key and claimed_at < :at")
          .bind("key", key)
          .bind("at", at)
          .execute();
    }
    return isNew;
  }

  @Override
  public Optional<Instant> claimed(String key) {
    return handle
        .createQuery("select claimed_at from claim where claim_key = :key")
        .bind("key", key)
        .map((row, context) -> Columns.time(row, "claimed_at"))
        .findOne()
        .flatMap(its -> its);
  }

  private boolean take(String key, Instant at) {
    return handle
            .createUpdate(
                "insert into claim (claim_key, claimed_at) values (:key, :now)"
                    + " on conflict do nothing")
            .bind("key", key)
            .bind("now", at)
            .execute()
        == 1;
  }

  @Override
  public void release(String key) {
    handle.createUpdate("delete from claim where claim_key = :key").bind("key", key).execute();
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
  public void want(Conversation conversation, String key, Post post) {
    want("deliver:" + conversation.id(), conversation, key, post);
  }

  @Override
  public void want(String lane, Conversation conversation, String key, Post post) {
    messages
        .want(conversation.id(), Optional.empty(), key, post)
        .ifPresent(message -> deliver(lane, conversation, message));
  }

  /// Not in the thread's lane: a person who cannot be written to holds nothing up.
  @Override
  public void tell(Conversation conversation, Person reader, String key, Post post) {
    messages
        .want(conversation.id(), Optional.of(reader), key, post)
        .ifPresent(message -> deliver("direct:" + conversation.id(), conversation, message));
  }

  private void deliver(String lane, Conversation conversation, UUID message) {
    add(
        new NewWork(
            lane, WorkKind.DELIVER, conversation.id(), message.toString(), clock.instant()));
  }

  @Override
  public Optional<OutgoingMessage> message(UUID message) {
    return messages.find(message);
  }

  @Override
  public void delivered(UUID message, String ref, int revision) {
    messages.delivered(message, ref, revision);
  }

  @Override
  public void abandoned(UUID message, String why) {
    messages.abandoned(message, why);
  }

  @Override
  public Preferences preferences(ChatThread thread, Person person) {
    return reviewed.get().over(chosen(thread, person), thread, person);
  }

  @Override
  public Preferences chosen(ChatThread thread, Person person) {
    var defaults = settings.of(thread, person);
    var words = keywords.of(thread);
    return new Preferences(
        defaults.getOrDefault(Scope.CHANNEL, Defaults.NONE),
        defaults.getOrDefault(Scope.PERSON, Defaults.NONE),
        defaults.getOrDefault(Scope.WORKSPACE, Defaults.NONE),
        words.rules().entrySet().stream()
            .map(rule -> new KeywordRule(rule.getKey(), rule.getValue(), false))
            .toList(),
        words.aliases());
  }

  @Override
  public void change(ScopeKey key, SettingChange change, Person by) {
    settings.change(key, change, by, clock.instant());
  }

  @Override
  public void change(ChatThread any, WordsEdit edit, Person by) {
    keywords.change(any, edit, by, clock.instant());
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
  public void seenOutsider(ChatThread thread) {
    settings.seenOutsider(thread, clock.instant());
  }

  @Override
  public boolean outsidersRead(ChatThread thread) {
    return settings.outsidersRead(thread);
  }

  @Override
  public void enclose(UUID run, Enclosed enclosed) {
    enclosures.keep(run, enclosed);
  }

  @Override
  public Enclosed enclosed(UUID run) {
    return enclosures.of(run);
  }

  @Override
  public void forget(UUID run) {
    enclosures.forget(run);
  }

  @Override
  public void add(NewWork work) {
    WorkTable.insert(handle, work);
  }

  @Override
  public void done(WorkItem item) {
    WorkTable.delete(handle, item);
  }

  @Override
  public List<Recorded> recorded(UUID conversation, int most) {
    return audit.last(conversation, most);
  }

  @Override
  public List<Recorded> recorded(UUID conversation, Person reader, int most) {
    return audit.last(conversation, reader, most);
  }

  @Override
  public void audit(
      Optional<UUID> conversation,
      Person actor,
      String act,
      String subject,
      String rule,
      Instant at) {
    audit.add(conversation, actor, act, subject, rule, at);
  }
}
